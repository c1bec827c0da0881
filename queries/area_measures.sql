-- title: Every measure of a place for a period, beside the same of a base period
-- grain: one indicator of the catalogue
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   indicator varchar: code
--   value double (indicator's unit; % for ratios): the reading shown: the whole-area report if there is one, else the sum
--   numerator double: ratios and scores: what the value is the share of
--   denominator double
--   counted_unit varchar: đơn, vụ việc …; what the figures count where the indicator leaves it open
--   base_value double (as value)
--   base_numerator double
--   base_denominator double
--   difference double (as value; points for ratios): value less base_value; NULL unless comparable
--   comparable boolean: equal units and equal days on both sides
--   not_comparable_because varchar: no_base, unequal_units, unequal_days, missing; NULL when comparable
--   basis varchar: own, sum, reported_above; NULL when missing
--   units_reported bigint: communes with this measure
--   units_expected bigint: communes of the place
--   base_units_reported bigint: communes behind base_value
--   units_zero bigint: communes that reported zero
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   approximate boolean: a figure below it is written as gần, trên, hơn …
--   computed boolean: not stated but computed from stated parts
--   area_value double (as value): what the whole-area report says
--   sum_value double (as value): own agency and the units below together
--   sum_units bigint: units behind sum_value
--   stated_value double (as value): a ratio as the report states it, kept beside the computed one
--   joined boolean: the base is summed from predecessor units

select
    null::varchar as indicator,
    null::double as value,
    null::double as numerator,
    null::double as denominator,
    null::varchar as counted_unit,
    null::double as base_value,
    null::double as base_numerator,
    null::double as base_denominator,
    null::double as difference,
    null::boolean as comparable,
    null::varchar as not_comparable_because,
    null::varchar as basis,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::bigint as base_units_reported,
    null::bigint as units_zero,
    null::boolean as confirmed,
    null::boolean as illustrative,
    null::boolean as approximate,
    null::boolean as computed,
    null::double as area_value,
    null::double as sum_value,
    null::bigint as sum_units,
    null::double as stated_value,
    null::boolean as joined
where false and $place is null and $period is null and $base is null and $only_confirmed is null
