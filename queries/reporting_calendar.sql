-- title: Who had to report for which period of a year by which day, and whether it came
-- grain: one unit of the place and one period that a rule asks of it
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09': its year is shown
--   as_of varchar: the day it is looked at, '2026-11-22'
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   rule varchar: a row of data/reference/reporting_rules.csv
--   period varchar: the period to be reported, '2026-m06'
--   due_on date
--   reported_on date: the day of issue of the first report of the period, else the day it was loaded
--   by_loading boolean: the report has no day of issue, so that the day of loading stands
--   days_late bigint (days): after the due day, or since then; 0 in time
--   state varchar: in_time, late, missing, not_due
--   rule_illustrative boolean: no document stands behind the due day
--   source_vi varchar: what the due day rests on
--   source_en varchar
--   illustrative boolean: the report is illustrative

with rule as (
    select
        *, make_date(period_year_of($period) + due_next_year::integer, due_month, due_day) as due_on,
        concat(period_year_of($period), '-', period_name) as period
    from reporting_rule
),
asked as (
    select unit.unit_key, unit.name, unit.kind, rule.* exclude (level, place, position)
    from place_unit
    join unit using (unit_key)
    join rule on rule.level = unit.level
    where place_unit.place = $place
      and (rule.place is null or exists (
          select 1 from place_unit as within
          where within.place = rule.place and within.unit_key = unit.unit_key))
      -- the rule and the unit were there on the last day of the period
      and period_last_day(period_year_of($period), rule.period_name)
          between rule.valid_from and coalesce(rule.valid_to, date '9999-12-31')
      and period_last_day(period_year_of($period), rule.period_name)
          between unit.valid_from and coalesce(unit.valid_to, date '9999-12-31')
    -- a place's own rule stands before the general one
    qualify row_number() over (
        partition by unit.unit_key, rule.period_name order by rule.place is null, rule.rule) = 1
),
-- the first to arrive counts for being in time, whether a revision replaced it later or not
report as (
    select
        unit_key, period, min(coalesce(issued_on, loaded_at::date)) as reported_on,
        arg_min(issued_on is null, coalesce(issued_on, loaded_at::date)) as by_loading,
        bool_and(illustrative) as illustrative
    from report_standing
    where standing or superseded
    group by unit_key, period
),
final as (
    select
        asked.unit_key, asked.name, asked.kind, asked.rule, asked.period, asked.due_on,
        report.reported_on, coalesce(report.by_loading, false) as by_loading,
        greatest(0, datediff('day', asked.due_on, coalesce(report.reported_on, cast($as_of as date))))::bigint
            as days_late,
        case
            when report.reported_on <= asked.due_on then 'in_time'
            when report.reported_on is not null then 'late'
            when cast($as_of as date) > asked.due_on then 'missing'
            else 'not_due'
        end as state,
        asked.illustrative as rule_illustrative, asked.source_vi, asked.source_en,
        coalesce(report.illustrative, false) as illustrative
    from asked
    left join report using (unit_key, period)
    order by asked.name, asked.unit_key, asked.due_on
)
select * from final
