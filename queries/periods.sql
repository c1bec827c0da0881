-- title: Named periods for which reports of a place exist, newest first
-- grain: one period
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
-- columns:
--   period varchar: '2026-m09'
--   period_year bigint
--   period_name varchar: 'm09'
--   months integer: cumulative months; NULL for periods that are not cumulative
--   last_day date: the last day of the newest report
--   units_reported bigint: communes of the place with a standing report
--   units_expected bigint: communes of the place
--   reports bigint: standing reports of the place and below
--   illustrative boolean: every one of these reports is illustrative

with report as (
    select * from report_of_place($place)
),
expected as (
    select count(*) as units from commune_of where place = $place
),
final as (
    select
        report.period,
        any_value(report.period_year)::bigint as period_year,
        any_value(report.period_name) as period_name,
        any_value(report.months)::integer as months,
        max(report.last_day) as last_day,
        count(distinct report.unit_key) filter (where report.of_commune)::bigint as units_reported,
        any_value(expected.units)::bigint as units_expected,
        count(*)::bigint as reports,
        bool_and(report.illustrative) as illustrative
    from report
    cross join expected
    group by report.period
    order by period_last_day(any_value(report.period_year), any_value(report.period_name)) desc,
        any_value(report.months) desc nulls last, report.period
)
select * from final
