-- title: Models at their stages, and commendations
-- grain: one award of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
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
--   illustrative boolean

select
    null::varchar as report_id,
    null::integer as ordinal,
    null::varchar as unit_key,
    null::varchar as unit_name,
    null::varchar as unit_kind,
    null::varchar as kind,
    null::varchar as name,
    null::varchar as holder,
    null::varchar as stage,
    null::varchar as level,
    null::varchar as form,
    null::varchar as subject_field,
    null::double as longitude,
    null::double as latitude,
    null::varchar as quote,
    null::varchar as sheet,
    null::varchar as cell,
    null::integer as passage,
    null::boolean as illustrative
where false and $place is null and $period is null
