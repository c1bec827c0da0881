-- title: Named periods for which reports of a place exist, newest first
-- grain: one period
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
-- columns:
--   period varchar: '2026-m09'
--   period_year integer
--   period_name varchar: 'm09'
--   months integer: cumulative months; NULL for periods that are not cumulative
--   last_day date: the last day of the newest report
--   units_reported bigint: communes of the place with a standing report
--   units_expected bigint: communes of the place
--   reports bigint: standing reports of the place and below
--   illustrative boolean: every one of these reports is illustrative

select
    null::varchar as period,
    null::integer as period_year,
    null::varchar as period_name,
    null::integer as months,
    null::date as last_day,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::bigint as reports,
    null::boolean as illustrative
where false and $place is null
