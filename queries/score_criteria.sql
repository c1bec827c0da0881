-- title: Points by criterion
-- grain: one criterion of one unit
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   sheet varchar: a score sheet in force
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   criterion varchar
--   position integer
--   points double (points): NULL when not scored
--   maximum double (points): what applies to the unit; NULL or 0 when it does not apply
--   share_percent double (%)
--   report_id varchar
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   illustrative boolean

select
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as kind,
    null::varchar as criterion,
    null::integer as position,
    null::double as points,
    null::double as maximum,
    null::double as share_percent,
    null::varchar as report_id,
    null::varchar as quote,
    null::varchar as sheet,
    null::varchar as cell,
    null::integer as passage,
    null::boolean as illustrative
where false and $place is null and $period is null and $sheet is null
