-- Points of a sheet whose total no figure states: added up, when every criterion that applies was scored.
create or replace macro points_of_criteria(confirmed_only) as table
with sheet_total as (
    select
        score.report_id, score.unit_key, score.sheet,
        sum(score.points) as points, sum(score.maximum) as maximum
    from score
    where score.maximum > 0
    group by score.report_id, score.unit_key, score.sheet
    having bool_and(score.points is not null)
),
reported as (
    select
        sheet_total.unit_key, 'whole_area' as scope, report.period, report.illustrative, report.first_day,
        report.last_day, report.starts_late,
        unnest([score_sheet.points_indicator, score_sheet.maximum_indicator]) as indicator,
        unnest([sheet_total.points, sheet_total.maximum]) as value,
        if(report.unit_key = sheet_total.unit_key, 'own', 'reported_above') as basis,
        report.confirmed, report.report_id
    from sheet_total
    join score_sheet using (sheet)
    join report_standing as report using (report_id)
    where report.standing and (report.confirmed or not confirmed_only)
)
select
    *, null::varchar as counted_unit, false as approximate, true as computed, 4 as way
from reported;
