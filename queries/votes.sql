-- title: Matters put to a vote of households
-- grain: one matter of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report lists it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   matter varchar: what households decided
--   held_in varchar: the village, as written
--   held_on date
--   way varchar: meeting, slips, online, mixed
--   entitled bigint (households)
--   voted bigint (households)
--   voted_online bigint (households)
--   agreed bigint (households)
--   turnout_percent double (%): voted of entitled; NULL without both
--   agreed_percent double (%): agreed of voted; NULL without both
--   result varchar: passed, failed
--   quote varchar: the row's words
--   sheet varchar
--   cell varchar
--   passage integer
--   state varchar: form
--   illustrative boolean

with vote as (
    select * from form_list_of_place('vote', $place, $only_confirmed) where period = $period
),
final as (
    select
        vote.report_id, vote.ordinal, vote.unit_key, unit.name, unit.kind, vote.matter, vote.held_in,
        vote.held_on, vote.way, vote.entitled::bigint as entitled, vote.voted::bigint as voted,
        vote.voted_online::bigint as voted_online, vote.agreed::bigint as agreed,
        100 * vote.voted / nullif(vote.entitled, 0) as turnout_percent,
        100 * vote.agreed / nullif(vote.voted, 0) as agreed_percent,
        vote.result, vote.quote, vote.sheet, vote.cell, vote.passage, vote.state, vote.illustrative
    from vote
    join unit using (unit_key)
    order by vote.held_on desc nulls last, unit.name, vote.report_id, vote.ordinal
)
select * from final
