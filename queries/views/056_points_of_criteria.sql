-- Points of a sheet whose total no figure states: added up, when every criterion that applies was scored. A form
-- has all criteria of its sheet; a narrative's table counts where it has. A form's sheet stands before a narrative's.
create or replace macro points_of_criteria(confirmed_only) as table
with sheet_total as (
    select
        score.report_id, score.unit_key, score.sheet,
        sum(score.points) as points, sum(score.maximum) as maximum
    from score
    join report as source using (report_id)
    where score.maximum > 0
    group by score.report_id, score.unit_key, score.sheet
    having bool_and(score.points is not null)
       and (bool_and(source.source_kind = 'form')
            or count(*) = (select count(*) from score_criterion where score_criterion.sheet = score.sheet))
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
    qualify dense_rank() over (
        partition by sheet_total.unit_key, sheet_total.sheet, report.period, report.illustrative
        order by report.source_kind, report.loaded_at desc, report.report_id) = 1
)
select
    *, null::varchar as counted_unit, false as approximate, true as computed, 4 as way
from reported;
