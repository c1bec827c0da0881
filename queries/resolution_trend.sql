-- title: Resolution rate of a place through its periods
-- grain: one period
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   period varchar
--   period_year integer
--   period_name varchar
--   months integer
--   last_day date
--   rate_percent double (%): NULL when missing
--   settled bigint (petitions)
--   accepted bigint (petitions)
--   overdue bigint (petitions)
--   units_reported bigint
--   units_expected bigint
--   basis varchar: own, sum
--   joined boolean: summed from predecessor units
--   confirmed boolean
--   illustrative boolean

select
    null::varchar as period,
    null::integer as period_year,
    null::varchar as period_name,
    null::integer as months,
    null::date as last_day,
    null::double as rate_percent,
    null::bigint as settled,
    null::bigint as accepted,
    null::bigint as overdue,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::varchar as basis,
    null::boolean as joined,
    null::boolean as confirmed,
    null::boolean as illustrative
where false and $place is null and $only_confirmed is null
