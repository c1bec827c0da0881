-- What a unit's report contradicts its own earlier ones in.

create or replace table issue_of_line as
with rule as (
    select * replace (string_split(coalesce(without, ''), '|') as without) from check_rule
),
-- what was carried over is what was open when the period before ended, the day before this one began
following as materialized (  -- first the pairs, then the figures: reports share indicators with all others
    select report_pair.*, figure.indicator, figure.counted_unit, figure.value, figure.figure_id
    from report_pair
    join figure_held as figure using (report_id)
    where report_pair.other_last_day = report_pair.first_day - 1
),
carried_over as (
    select rule.rule, following.report_id, other.value as expected, following.value as found,
        [following.figure_id, other.figure_id] as figure_ids,
        {whole: rule.whole, indicator: rule.parts, period: following.period, other_period: following.other_period,
            other: following.other_id, counted_unit: following.counted_unit}::json as details
    from rule
    join following on following.indicator = rule.whole
    join figure_held as other
        on other.report_id = following.other_id and other.indicator = rule.parts
        and other.counted_unit = following.counted_unit
    where rule.kind = 'carried_over'
    qualify row_number() over (
        partition by rule.rule, following.figure_id
        order by abs(other.value - following.value) <= 1e-6 desc, following.other_loaded_at desc, following.other_id) = 1
        and abs(other.value - following.value) > 1e-6
),
-- what is counted from the start of the year can't be less than it was before in that year
fallen as (
    select *
    from figure_pair
    where kind = 'flow' and first_day = other_first_day
    qualify row_number() over (
        partition by figure_id order by other_last_day desc, other_value, other_id) = 1 and value < other_value
),
fallen_together as (
    select rule.rule, fallen.report_id, fallen.other_id, count(*) as fallen,
        array_agg(fallen.figure_id order by fallen.figure_id) as figure_ids,
        {period: any_value(fallen.period), other_period: any_value(fallen.other_period), other: fallen.other_id,
            count: count(*)}::json as details
    from fallen
    join rule on rule.kind = 'falls_together' and not list_contains(rule.without, fallen.indicator)
    group by rule.rule, fallen.report_id, fallen.other_id
    having count(*) >= any_value(coalesce(rule.at_least, 1))
),
fallen_as_one as (
    select rule, report_id, null::double as expected, fallen::double as found, figure_ids, details
    from fallen_together
),
falls as (
    select rule.rule, fallen.report_id, fallen.other_value as expected, fallen.value as found,
        [fallen.figure_id, fallen.other_figure_id] as figure_ids,
        {indicator: fallen.indicator, period: fallen.period, other_period: fallen.other_period,
            other: fallen.other_id, counted_unit: fallen.counted_unit}::json as details
    from fallen
    join rule on rule.kind = 'falls' and not list_contains(rule.without, fallen.indicator)
    anti join fallen_together using (report_id, other_id)
    where fallen.other_value >= coalesce(rule.at_least, 0)
),
-- many times more or less than the unit's own steady past, flows by the month
past as (
    select
        report_id, indicator, counted_unit, any_value(figure_id) as figure_id, any_value(value) as value,
        any_value(period) as period, count(*) as reports,
        any_value(if(kind = 'flow', months, 1)) as scale,
        array_agg(if(kind = 'flow', other_value * months / other_months, other_value)) as usual,
        arg_max(other_figure_id, other_last_day) as other_figure_id, arg_max(other_id, other_last_day) as other_id
    from figure_pair
    where whole
    group by report_id, indicator, counted_unit
),
jump as (
    select rule.rule, past.report_id, round(list_median(past.usual), 1) as expected, past.value as found,
        [past.figure_id, past.other_figure_id] as figure_ids,
        {indicator: past.indicator, period: past.period, reports: past.reports, other: past.other_id,
            times: round(greatest(past.value / list_median(past.usual), list_median(past.usual) / past.value)),
            counted_unit: past.counted_unit}::json as details
    from past
    join rule on rule.kind = 'jump' and not list_contains(rule.without, past.indicator)
    where past.value > 0 and list_min(past.usual) > 0
      and list_max(past.usual) <= 3 * list_min(past.usual)  -- a past that is not steady says nothing
      and least(past.value, list_median(past.usual)) >= coalesce(rule.at_least, 0)
      and (past.value >= rule.factor * list_median(past.usual)
          or past.value * rule.factor <= list_median(past.usual))
)
select * from carried_over
union all by name
select * from fallen_as_one
union all by name
select * from falls
union all by name
select * from jump;
comment on table issue_of_line is 'one thing that a report and an earlier one of its unit contradict each other in';
