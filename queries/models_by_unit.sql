-- title: Models and commendations by commune
-- grain: one commune of the place
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   reported boolean: has any of these measures for the period
--   registered bigint (models)
--   recognised bigint (models)
--   effective bigint (models)
--   replicated bigint (models)
--   exemplary bigint (models)
--   collectives bigint (collectives commended)
--   individuals bigint (individuals commended)
--   base_registered bigint (models): NULL unless comparable
--   base_recognised bigint (models)
--   base_replicated bigint (models)
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   last_day date
--   older_period varchar

select
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as kind,
    null::double as longitude,
    null::double as latitude,
    null::boolean as reported,
    null::bigint as registered,
    null::bigint as recognised,
    null::bigint as effective,
    null::bigint as replicated,
    null::bigint as exemplary,
    null::bigint as collectives,
    null::bigint as individuals,
    null::bigint as base_registered,
    null::bigint as base_recognised,
    null::bigint as base_replicated,
    null::boolean as confirmed,
    null::boolean as illustrative,
    null::date as last_day,
    null::varchar as older_period
where false and $place is null and $period is null and $base is null and $only_confirmed is null
