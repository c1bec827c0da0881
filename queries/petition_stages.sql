-- title: The way of petitions: received, eligible, accepted, settled, open
-- grain: one stage
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   stage varchar: received, eligible, accepted, settled, open_in_time, overdue
--   position integer: 1 to 6
--   value bigint (petitions): NULL when missing
--   indicator varchar: the code behind the stage
--   units_reported bigint
--   units_expected bigint
--   confirmed boolean
--   illustrative boolean

select
    null::varchar as stage,
    null::integer as position,
    null::bigint as value,
    null::varchar as indicator,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::boolean as confirmed,
    null::boolean as illustrative
where false and $place is null and $period is null and $only_confirmed is null
