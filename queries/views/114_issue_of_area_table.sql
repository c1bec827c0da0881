-- What reports of one period contradict each other in.

create or replace table issue_of_area as
with rule as (
    select * replace (string_split(coalesce(without, ''), '|') as without) from check_rule
),
-- A whole-area report and the sum of what is in it, where both cover the same: every commune reported for the same
-- days, and the body above of itself. Without the latter the communes' sum can't exceed the whole.
unequal as materialized (
    select rule.rule, own.report_id, own.figure_id, report.unit_key, report.period, own.indicator,
        own.counted_unit, own.value, area_sum.value as sum_value, area_sum.units, area_sum.units_reported,
        area_sum.units_expected
    from area_sum
    join report_held as report
        on report.unit_key = area_sum.place and report.period = area_sum.period
        and report.illustrative = area_sum.illustrative and report.scope = 'whole_area'
        and report.first_day = area_sum.first_day and report.last_day = area_sum.last_day
    join figure_held as own
        on own.report_id = report.report_id and own.indicator = area_sum.indicator
        and own.counted_unit = coalesce(area_sum.counted_unit, '')
    join rule on rule.kind = 'area' and not list_contains(rule.without, own.indicator)
    where area_sum.series = 'reported' and not area_sum.only_confirmed
      and area_sum.units_reported = area_sum.units_expected
      and (area_sum.value > own.value + 0.005
          or (area_sum.units > area_sum.units_reported and area_sum.value < own.value - 0.005))
),
addend as (
    select unequal.figure_id,
        array_agg(figure.figure_id order by figure.value desc, figure.figure_id) as figure_ids
    from unequal
    join place_unit on place_unit.place = unequal.unit_key
    join figure_counted as figure
        on figure.unit_key = place_unit.unit_key and figure.scope = place_unit.addend_scope
        and figure.period = unequal.period and figure.indicator = unequal.indicator
        and coalesce(figure.counted_unit, '') = unequal.counted_unit
    where figure.chosen and not figure.only_confirmed
    group by unequal.figure_id
),
area as (
    select unequal.rule, unequal.report_id, unequal.sum_value as expected, unequal.value as found,
        list_prepend(unequal.figure_id, addend.figure_ids) as figure_ids,
        {indicator: unequal.indicator, period: unequal.period, units: unequal.units_reported,
            of_units: unequal.units_expected, agencies: unequal.units - unequal.units_reported,
            counted_unit: unequal.counted_unit}::json as details
    from unequal
    join addend using (figure_id)
),
-- two reports of one kind that both count for a unit and a period
rival as materialized (
    select report.report_id, other.report_id as other_id, report.period
    from report_held as report
    join report_held as other
        using (unit_key, period, scope, illustrative, source_kind, first_day, last_day)
    where (other.loaded_at, other.report_id) < (report.loaded_at, report.report_id)
),
differ as (
    select rule.rule, rival.report_id, other.value as expected, figure.value as found,
        [figure.figure_id, other.figure_id] as figure_ids,
        {indicator: figure.indicator, period: rival.period, other: rival.other_id,
            counted_unit: figure.counted_unit}::json as details
    from rival
    join figure_held as figure on figure.report_id = rival.report_id
    join figure_held as other
        on other.report_id = rival.other_id and other.indicator = figure.indicator
        and other.counted_unit = figure.counted_unit
    join rule on rule.kind = 'differ' and not list_contains(rule.without, figure.indicator)
    where abs(other.value - figure.value) > 1e-6
)
select * from area
union all by name
select * from differ;
comment on table issue_of_area is 'one thing that two readings of one place and period contradict each other in';
