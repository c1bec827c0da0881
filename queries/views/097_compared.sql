-- Every measure of a place beside the same of a base period, with the reason where they aren't compared.

create or replace macro area_compared(place_key, period_code, base_code, confirmed_only, wanted := null) as table
with latest as (
    select * from area_reading(place_key, confirmed_only, 'reported') where period = period_code
),
former as (
    select * from area_reading(place_key, confirmed_only, 'from_start') where period = base_code
),
expected as (
    select count(*) as units from commune_of where place = place_key
),
-- the unit counted by most, where the indicator leaves it open
chosen as (
    select indicator, counted_unit
    from (select indicator, counted_unit, units_reported, area_value, true as is_latest from latest
          union all
          select indicator, counted_unit, units_reported, area_value, false from former)
    qualify row_number() over (
        partition by indicator
        order by is_latest desc, area_value is null, units_reported desc, counted_unit = 'đơn' desc) = 1
),
matched as (
    select * from matched_units(place_key, period_code, base_code, confirmed_only, wanted)
),
quoted as (
    select indicator, counted_unit, max_by(value, confidence) as value
    from figure_quoted
    where unit_key = place_key and period = period_code and base = base_code
      and (confirmed or not confirmed_only)
    group by indicator, counted_unit
),
beside as (
    select
        indicator.code as indicator, indicator.position,
        latest, former, matched, quoted.value as quoted_base_value, expected.units as units_expected,
        chosen.counted_unit,
        area_not_comparable(base_code is null, latest, former, matched) as not_comparable_because
    from indicator
    cross join expected
    left join chosen on chosen.indicator = indicator.code
    left join latest
        on latest.indicator = chosen.indicator
        and latest.counted_unit is not distinct from chosen.counted_unit
    left join former
        on former.indicator = chosen.indicator
        and former.counted_unit is not distinct from chosen.counted_unit
    left join matched
        on matched.indicator = chosen.indicator
        and matched.counted_unit is not distinct from chosen.counted_unit
    left join quoted
        on quoted.indicator = chosen.indicator
        and quoted.counted_unit is not distinct from chosen.counted_unit
)
select
    *, latest.value as value, latest.units_reported as units_reported, latest.confirmed as confirmed,
    latest.illustrative as illustrative,
    if(not_comparable_because is null, former.value, null) as comparable_base
from beside;

-- The newest earlier period for which a unit reported a measure: offered where it hasn't reported this one.
create or replace macro older_measure(place_key, period_code, confirmed_only) as table
select
    measured.unit_key, measured.indicator,
    max_by(measured.period, measured.last_day) as period, max(measured.last_day) as last_day
from measured
join commune_of using (unit_key)
where commune_of.place = place_key and measured.only_confirmed = confirmed_only
  and measured.last_day < period_last_day(period_year_of(period_code), period_name_of(period_code))
  and measured.period <> period_code
group by measured.unit_key, measured.indicator;
