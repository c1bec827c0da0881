-- A place's measures of every period. Series 'reported': what reports of that period say; 'from_start': counted
-- from the start of the year, joined across vintages. Of a commune, its own.

create or replace macro area_reading(place_key, confirmed_only, wanted_series) as table
with area as (
    select * exclude (series, place, only_confirmed), series
    from area_read
    where place = place_key and only_confirmed = confirmed_only
),
joined_period as (
    select distinct period from area where series = 'from_start'
),
commune as (
    select
        period, indicator, counted_unit, kind, value, numerator, denominator, stated_value, basis, confirmed,
        illustrative, approximate, computed, false as joined, first_day, last_day, 1 as contributors
    from measured
    where unit_key = place_key and only_confirmed = confirmed_only and level = 'commune'
      and (wanted_series = 'reported' or not starts_late)
    union all by name
    select * exclude (only_confirmed, unit_key, scope)
    from measured_joined
    where unit_key = place_key and only_confirmed = confirmed_only and scope = 'whole_area'
      and wanted_series = 'from_start'
)
select * exclude (series)
from area
where series = wanted_series
   or (wanted_series = 'from_start' and period not in (from joined_period))
union all by name
select
    * exclude (contributors), null::double as area_value, null::varchar as area_scope,
    null::boolean as area_illustrative, value as sum_value, illustrative as sum_illustrative,
    contributors as sum_units, 1 as units_reported, (value = 0)::integer as units_zero, 1 as units_expected
from commune;
