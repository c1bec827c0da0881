-- title: Reception of citizens: all, regular, by leaders
-- grain: one kind
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   kind varchar: all, regular, leaders, scheduled, unscheduled
--   position integer: 1 to 5
--   visits bigint (visits)
--   persons bigint (persons)
--   matters bigint (matters)
--   base_visits bigint (visits): NULL unless comparable
--   base_persons bigint (persons)
--   base_matters bigint (matters)
--   units_reported bigint
--   units_expected bigint
--   confirmed boolean
--   illustrative boolean

select
    null::varchar as kind,
    null::integer as position,
    null::bigint as visits,
    null::bigint as persons,
    null::bigint as matters,
    null::bigint as base_visits,
    null::bigint as base_persons,
    null::bigint as base_matters,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::boolean as confirmed,
    null::boolean as illustrative
where false and $place is null and $period is null and $base is null and $only_confirmed is null
