-- title: One measure of a place through all its periods, on the place's own ground
-- grain: one cumulative period
-- params:
--   place varchar: unit_key of a province, district or commune of any vintage
--   indicator varchar: code of the catalogue
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   period varchar: '2026-m09'
--   period_year bigint
--   period_name varchar: 'm09'
--   months integer
--   last_day date
--   value double (indicator's unit; % for ratios): of the communes that reported; NULL when missing
--   numerator double
--   denominator double
--   counted_unit varchar
--   basis varchar: own, sum
--   units_reported bigint: communes of the period's last day with this measure
--   units_expected bigint: communes of that day on the place's ground
--   reporting varchar[]: units whose figures the value is made of
--   missing varchar[]: units whose figures the value lacks
--   divided varchar[]: units that lie on this ground in part only, and so are never counted
--   complete boolean: nobody missing, nothing divided, all for the same days
--   joined boolean: other units' figures stand for the place
--   across boolean: runs over the day on which new units took the place of old ones
--   confirmed boolean
--   illustrative boolean
--   approximate boolean

with history as (
    select * from history($place, $indicator, $only_confirmed)
),
final as (
    select
        period, period_year_of(period)::bigint as period_year, period_name_of(period) as period_name,
        period_months(period)::integer as months, last_day,
        value, numerator, denominator, counted_unit, basis,
        units_reported::bigint as units_reported, units_expected::bigint as units_expected,
        reporting, missing, divided,
        len(missing) = 0 and len(divided) = 0 and same_days as complete,
        joined, across, confirmed, illustrative, approximate
    from history
    where value is not null
    order by last_day, months
)
select * from final
