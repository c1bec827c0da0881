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
--   not_comparable_because varchar: no_base, missing, unequal_units, unequal_days, unknown_scope; NULL when comparable
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
--   base_units_expected bigint: units whose figures could be behind base_value
--   area_illustrative boolean
--   sum_illustrative boolean
--   matched_units bigint: units that reported both periods for equal days
--   matched_value double (as value): the sum reading of those units
--   matched_base_value double (as value): the same of the base period
--   matched_difference double (as value)
--   quoted_base_value double (as value): what the place's own report quotes for the base period; offered, not used

with measure as (
    select * from area_compared($place, $period, $base, $only_confirmed)
),
final as (
    select
        indicator,
        value, latest.numerator, latest.denominator, counted_unit,
        former.value as base_value, former.numerator as base_numerator,
        former.denominator as base_denominator,
        if(not_comparable_because is null, latest.value - former.value, null) as difference,
        not_comparable_because is null as comparable,
        not_comparable_because,
        latest.basis,
        coalesce(latest.units_reported, 0)::bigint as units_reported,
        units_expected::bigint as units_expected,
        coalesce(former.units_reported, 0)::bigint as base_units_reported,
        coalesce(latest.units_zero, 0)::bigint as units_zero,
        coalesce(latest.confirmed, false) as confirmed,
        coalesce(latest.illustrative, false) as illustrative,
        coalesce(latest.approximate, false) as approximate,
        coalesce(latest.computed, false) as computed,
        latest.area_value, latest.sum_value,
        coalesce(latest.sum_units, 0)::bigint as sum_units,
        latest.stated_value,
        coalesce(former.joined, false) as joined,
        former.units_expected::bigint as base_units_expected,
        latest.area_illustrative, latest.sum_illustrative,
        coalesce(matched.units, 0)::bigint as matched_units,
        matched.value as matched_value, matched.base_value as matched_base_value,
        matched.value - matched.base_value as matched_difference,
        quoted_base_value
    from measure
    order by position
)
select * from final
