-- A unit's measures beside its own of the base period. Equal units and equal days, one kind of report, or there
-- is no comparison. Stocks and scores are end values: only their last days must be equal.

create or replace macro unit_pair(place_key, period_code, base_code, confirmed_only) as table
with addend as (
    select unit_key, scope, is_commune from addend_of where place = place_key
),
now_reported as (
    select measured.*, addend.is_commune
    from measured join addend using (unit_key, scope)
    where measured.only_confirmed = confirmed_only and measured.period = period_code
),
before_reported as (
    select measured_from_start.*, addend.is_commune
    from measured_from_start join addend using (unit_key, scope)
    where measured_from_start.only_confirmed = confirmed_only and measured_from_start.period = base_code
)
select
    coalesce(latest.unit_key, former.unit_key) as unit_key,
    coalesce(latest.scope, former.scope) as scope,
    coalesce(latest.is_commune, former.is_commune) as is_commune,
    coalesce(latest.indicator, former.indicator) as indicator,
    coalesce(latest.counted_unit, former.counted_unit) as counted_unit,
    coalesce(latest.kind, former.kind) as kind,
    latest.unit_key is not null as reported,
    latest.value, latest.numerator, latest.denominator, latest.stated_value, latest.basis, latest.confirmed,
    latest.illustrative, latest.approximate, latest.computed, latest.first_day, latest.last_day,
    former.value as base_value, former.numerator as base_numerator, former.denominator as base_denominator,
    former.contributors as base_contributors, coalesce(former.joined, false) as joined,
    case
        when base_code is null then 'no_base'
        when latest.unit_key is null or former.unit_key is null then 'missing'
        when latest.kind in ('stock', 'score')
            and not same_days(latest.last_day, latest.last_day, former.last_day, former.last_day)
            then 'unequal_days'
        when latest.kind not in ('stock', 'score')
            and not same_days(latest.first_day, latest.last_day, former.first_day, former.last_day)
            then 'unequal_days'
    end as not_comparable_because
from now_reported as latest
full join before_reported as former
    on former.unit_key = latest.unit_key and former.scope = latest.scope
    and former.indicator = latest.indicator
    and former.counted_unit is not distinct from latest.counted_unit
    and former.illustrative = latest.illustrative
qualify row_number() over (
    partition by coalesce(latest.unit_key, former.unit_key), coalesce(latest.scope, former.scope),
        coalesce(latest.indicator, former.indicator), coalesce(latest.counted_unit, former.counted_unit)
    order by latest.unit_key is null, coalesce(latest.illustrative, former.illustrative)) = 1;
