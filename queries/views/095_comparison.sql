-- A unit's measures beside its own of the base period. Equal units and equal days, one kind of report, or there
-- is no comparison. Stocks and scores are end values: only their last days must be equal.

create or replace macro unit_pair(place_key, period_code, base_code, confirmed_only, wanted := null) as table
with addend as (
    select unit_key, addend_scope as scope, level = 'commune' as is_commune
    from place_unit where place = place_key
),
latest as (
    select measured.*, addend.is_commune
    from measured join addend using (unit_key, scope)
    where measured.only_confirmed = confirmed_only and measured.period = period_code
      and (wanted is null or list_contains(wanted, measured.indicator))
),
former as (
    select * from measured_since_start
    where only_confirmed = confirmed_only and period = base_code
)
select
    latest.unit_key, latest.scope, latest.is_commune, latest.indicator, latest.counted_unit, latest.kind,
    latest.value, latest.numerator, latest.denominator, latest.stated_value, latest.basis, latest.confirmed,
    latest.illustrative, latest.approximate, latest.computed, latest.first_day, latest.last_day,
    former.value as base_value, former.numerator as base_numerator, former.denominator as base_denominator,
    former.contributors as base_contributors, coalesce(former.joined, false) as joined,
    case
        when base_code is null then 'no_base'
        when former.unit_key is null then 'missing'
        when not days_compare(latest.kind, latest.first_day, latest.last_day, former.first_day, former.last_day)
            then 'unequal_days'
    end as not_comparable_because
from latest
left join former
    on former.unit_key = latest.unit_key and former.scope = latest.scope
    and former.indicator = latest.indicator
    and former.counted_unit is not distinct from latest.counted_unit
    and former.illustrative = latest.illustrative;

-- The same units on both sides, whatever else reported: what a place can be compared by when coverage differs.
create or replace macro matched_units(place_key, period_code, base_code, confirmed_only, wanted) as table
with grouped as (
    select
        indicator, counted_unit, not_comparable_because as reason, any_value(kind) as kind, count(*) as units,
        sum(base_contributors) as base_contributors,
        sum(value) as value, sum(numerator) as numerator, sum(denominator) as denominator,
        sum(base_value) as base_value, sum(base_numerator) as base_numerator,
        sum(base_denominator) as base_denominator
    from unit_pair(place_key, period_code, base_code, confirmed_only, wanted)
    where kind <> 'ratio' or (denominator is not null and base_denominator is not null)
    group by indicator, counted_unit, not_comparable_because
)
select
    indicator, counted_unit,
    coalesce(any_value(units) filter (where reason is null), 0) as units,
    coalesce(any_value(units) filter (where reason = 'unequal_days'), 0) as units_of_unequal_days,
    any_value(base_contributors) filter (where reason is null) as base_contributors,
    any_value(quotient_or_sum(kind, value, numerator, denominator)) filter (where reason is null) as value,
    any_value(quotient_or_sum(kind, base_value, base_numerator, base_denominator))
        filter (where reason is null) as base_value
from grouped
group by indicator, counted_unit;

-- Why a place's reading isn't compared with its base; NULL when it is. A whole-area report is compared with a
-- whole-area report, a sum with a sum of the same units, or with a whole one when both are whole.
create or replace macro area_not_comparable(has_no_base, latest, former, matched) as
    case
        when has_no_base then 'no_base'
        when latest.value is null or former.value is null then 'missing'
        when latest.illustrative <> former.illustrative then 'missing'
        when latest.basis <> 'sum' and latest.area_scope = 'unknown' then 'unknown_scope'
        when former.basis <> 'sum' and former.area_scope = 'unknown' then 'unknown_scope'
        when (latest.basis = 'sum') <> (former.basis = 'sum') then 'unequal_units'
        when latest.basis = 'sum' and matched.units = latest.sum_units
            and matched.base_contributors = former.sum_units then null
        when latest.basis = 'sum' and matched.units_of_unequal_days > 0 then 'unequal_days'
        when latest.basis = 'sum' and (latest.units_reported < latest.units_expected
            or former.units_reported < former.units_expected) then 'unequal_units'
        when not days_compare(latest.kind, latest.first_day, latest.last_day, former.first_day, former.last_day)
            then 'unequal_days'
    end;
