-- title: Consultations that reports name
-- grain: one consultation on one draft of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   draft varchar: what opinions were asked on
--   asked_by varchar: as written
--   asked_whom varchar: the unit or people asked, as written
--   held_on date
--   held_month date: its first day, where only the month is said
--   deadline date: until when opinions were asked
--   asked bigint: slips, voters, households or papers
--   answered bigint
--   in_favour bigint
--   opposed bigint
--   opinions bigint: given, where they are not answers one by one
--   taken_up bigint: of the opinions
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   state varchar: confirmed or unconfirmed
--   illustrative boolean

with consultation as (
    select * from consultation_of_place($place, $only_confirmed) where period = $period
),
final as (
    select
        consultation.report_id, consultation.ordinal, consultation.unit_key, unit.name, unit.kind,
        consultation.draft, consultation.asked_by, consultation.asked_whom, consultation.held_on,
        consultation.held_month, consultation.deadline, consultation.asked::bigint as asked, consultation.answered::bigint as answered,
        consultation.in_favour::bigint as in_favour, consultation.opposed::bigint as opposed,
        consultation.opinions::bigint as opinions,
        consultation.taken_up::bigint as taken_up,
        consultation.quote, consultation.sheet, consultation.cell, consultation.passage,
        consultation.state, consultation.illustrative
    from consultation
    join unit using (unit_key)
    order by coalesce(consultation.held_on, consultation.held_month) desc nulls last, unit.name,
        consultation.report_id, consultation.ordinal
)
select * from final
