-- title: Resolution rate of a place through its periods
-- grain: one period
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   period varchar
--   period_year bigint
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

with measure as (
    select * from area_reading($place, $only_confirmed, 'from_start')
    where period_months(period) is not null
),
rate as (
    select * from measure where indicator = 'ty_le_giai_quyet'
),
overdue as (
    select period, value, illustrative from measure where indicator = 'don_qua_han'
),
final as (
    select
        rate.period, period_year_of(rate.period)::bigint as period_year,
        period_name_of(rate.period) as period_name, period_months(rate.period) as months, rate.last_day,
        rate.value as rate_percent,
        rate.numerator::bigint as settled, rate.denominator::bigint as accepted,
        case when overdue.illustrative = rate.illustrative then overdue.value end::bigint as overdue,
        rate.units_reported::bigint as units_reported, rate.units_expected::bigint as units_expected,
        rate.basis, rate.joined, rate.confirmed, rate.illustrative
    from rate
    left join overdue using (period)
    order by period_year, months
)
select * from final
