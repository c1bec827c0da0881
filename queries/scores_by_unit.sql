-- title: Points of the applicable maximum, by commune
-- grain: one commune of the place
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   sheet varchar: a score sheet in force
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   reported boolean
--   points double (points)
--   maximum double (points): what applies to the unit
--   share_percent double (%)
--   rank bigint: 1 is the best; equal shares share a rank
--   mark_position integer: the mark of the sheet reached; NULL when not reported
--   passes boolean
--   pass_percent double (%): the share the sheet asks for
--   points_to_pass double (points): still missing; 0 when it passes
--   base_share_percent double (%): NULL unless the base has points of the same sheet
--   difference_points double (percentage points)
--   basis varchar: own, reported_above
--   computed boolean: added up from the criteria
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
    null::double as points,
    null::double as maximum,
    null::double as share_percent,
    null::bigint as rank,
    null::integer as mark_position,
    null::boolean as passes,
    null::double as pass_percent,
    null::double as points_to_pass,
    null::double as base_share_percent,
    null::double as difference_points,
    null::varchar as basis,
    null::boolean as computed,
    null::boolean as confirmed,
    null::boolean as illustrative,
    null::date as last_day,
    null::varchar as older_period
where false and $place is null and $period is null and $base is null and $only_confirmed is null and $sheet is null
