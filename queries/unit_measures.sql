-- title: Chosen measures of every commune of a place
-- grain: one commune and indicator
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   indicators varchar[]: codes of the catalogue; ratios too
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   indicator varchar: code
--   value double (indicator's unit; % for ratios): NULL when missing
--   numerator double
--   denominator double
--   counted_unit varchar
--   base_value double (as value): NULL unless comparable
--   difference double (as value): value less base_value
--   basis varchar: own, sum, reported_above; NULL when missing
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   approximate boolean
--   computed boolean: not stated but computed from stated parts
--   joined boolean: the base is summed from predecessor units
--   last_day date: the last day the figure covers
--   older_period varchar: newest earlier period with this measure, when this one is missing

select
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as kind,
    null::double as longitude,
    null::double as latitude,
    null::varchar as indicator,
    null::double as value,
    null::double as numerator,
    null::double as denominator,
    null::varchar as counted_unit,
    null::double as base_value,
    null::double as difference,
    null::varchar as basis,
    null::boolean as confirmed,
    null::boolean as illustrative,
    null::boolean as approximate,
    null::boolean as computed,
    null::boolean as joined,
    null::date as last_day,
    null::varchar as older_period
where false and $place is null and $period is null and $base is null and $only_confirmed is null and $indicators is null
