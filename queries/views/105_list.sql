-- Courses and awards that reports list by name. A form's list stands before a narrative's of the same unit and
-- period. As with figures, a whole-area report's list and those of the units below are two readings.

create or replace macro course_of_place(place_key) as table
with course as (
    select
        training_course.*, report.unit_key, report.period, report.illustrative,
        report.of_commune or report.scope = 'own_agency' as of_sum, report.source_kind
    from training_course
    join report_of_place(place_key) as report using (report_id)
    qualify dense_rank() over (
        partition by report.unit_key, report.period, report.scope
        order by report.illustrative, report.source_kind, report.loaded_at desc, report.report_id) = 1
)
select *, of_sum = bool_or(of_sum) over (partition by period) as counted
from course;

create or replace macro award_of_place(place_key) as table
select
    award.*, report.unit_key, report.period, report.illustrative,
    report.of_commune or report.scope = 'own_agency' as of_sum
from award
join report_of_place(place_key) as report using (report_id)
qualify dense_rank() over (
    partition by report.unit_key, report.period, report.scope, award.kind
    order by report.illustrative, report.source_kind, report.loaded_at desc, report.report_id) = 1;
