-- title: Training and communication by commune
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
--   courses bigint (courses)
--   participants bigint (persons)
--   days double (days)
--   sessions double (sessions): communication sessions
--   people_reached bigint (persons)
--   base_courses bigint (courses): NULL unless comparable
--   base_participants bigint (persons)
--   population bigint (persons): NULL without a population file
--   per_thousand double (participants per 1,000 people): NULL without population
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
    null::bigint as courses,
    null::bigint as participants,
    null::double as days,
    null::double as sessions,
    null::bigint as people_reached,
    null::bigint as base_courses,
    null::bigint as base_participants,
    null::bigint as population,
    null::double as per_thousand,
    null::boolean as confirmed,
    null::boolean as illustrative,
    null::date as last_day,
    null::varchar as older_period
where false and $place is null and $period is null and $base is null and $only_confirmed is null
