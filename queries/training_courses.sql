-- title: Training courses held
-- grain: one course of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   topic varchar
--   held_on date
--   days double (days)
--   participants bigint (persons)
--   audience varchar
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   illustrative boolean

select
    null::varchar as report_id,
    null::integer as ordinal,
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as kind,
    null::varchar as topic,
    null::date as held_on,
    null::double as days,
    null::bigint as participants,
    null::varchar as audience,
    null::varchar as quote,
    null::varchar as sheet,
    null::varchar as cell,
    null::integer as passage,
    null::boolean as illustrative
where false and $place is null and $period is null
