-- title: Models at their stages, and commendations
-- grain: one award of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows of narratives that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   unit_name varchar
--   unit_kind varchar
--   kind varchar: model, collective, individual, locality
--   name varchar: the model's or the holder's name
--   holder varchar: who runs the model
--   stage varchar: registered, recognised, effective, replicated, proposed, commended
--   level varchar: commune, district, province, central
--   form varchar
--   subject_field varchar
--   longitude double (degree): centre of the unit
--   latitude double (degree)
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   state varchar: form, confirmed or unconfirmed
--   illustrative boolean

with award as (
    select * from award_of_place($place, $only_confirmed) where period = $period
),
final as (
    select
        award.report_id, award.ordinal, award.unit_key, unit.name as unit_name, unit.kind as unit_kind,
        award.kind, award.name, award.holder, award.stage, award.level, award.form, award.subject_field,
        unit.longitude, unit.latitude,
        award.quote, award.sheet, award.cell, award.passage, award.state, award.illustrative
    from award
    join unit using (unit_key)
    order by award.kind = 'model' desc, award.kind, unit.name, award.report_id, award.ordinal
)
select * from final
