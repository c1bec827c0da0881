-- What reports list by name. Rows of forms count, rows of narratives count as unconfirmed until somebody decides
-- on them; rejected ones are nowhere. A form's list stands before a narrative's of the same unit and period. As
-- with figures, a whole-area report's list and those of the units below are two readings.

create or replace view row_decided as
select report_id, list, ordinal, action
from row_decision
where ordinal is not null
qualify row_number() over (partition by report_id, list, ordinal order by position desc) = 1;
comment on view row_decided is 'one row of a list with the newest decision on it';

-- The newest decisions on the rows of one list, by report and place in it.
create or replace macro decided_rows(list_name) as table
select report_id, ordinal, action from row_decided where list = list_name;

create or replace macro row_state(source_kind, action) as
    case
        when action = 'confirm' then 'confirmed'
        when action = 'reject' then 'rejected'
        when source_kind = 'form' then 'form'
        else 'unconfirmed'
    end;

create or replace macro row_counts(state, confirmed_only) as
    state <> 'rejected' and (state <> 'unconfirmed' or not confirmed_only);

create or replace macro course_of_place(place_key, confirmed_only) as table
with course as (
    select
        training_course.*, report.unit_key, report.period, report.illustrative,
        report.of_commune or report.scope = 'own_agency' as of_sum, report.source_kind, report.loaded_at,
        report.scope, row_state(report.source_kind, decided.action) as state
    from training_course
    join report_of_place(place_key) as report using (report_id)
    left join decided_rows('training_course') as decided using (report_id, ordinal)
),
once as (
    select * exclude (loaded_at, scope) from course
    where row_counts(state, confirmed_only)
    qualify dense_rank() over (
        partition by unit_key, period, scope
        order by illustrative, source_kind, loaded_at desc, report_id) = 1
)
select *, of_sum = bool_or(of_sum) over (partition by period) as counted
from once;

create or replace macro award_of_place(place_key, confirmed_only) as table
with listed as (
    select
        award.*, report.unit_key, report.period, report.illustrative,
        report.of_commune or report.scope = 'own_agency' as of_sum, report.source_kind, report.loaded_at,
        report.scope, row_state(report.source_kind, decided.action) as state
    from award
    join report_of_place(place_key) as report using (report_id)
    left join decided_rows('award') as decided using (report_id, ordinal)
)
select * exclude (source_kind, loaded_at, scope) from listed
where row_counts(state, confirmed_only)
qualify dense_rank() over (
    partition by unit_key, period, scope, kind
    order by illustrative, source_kind, loaded_at desc, report_id) = 1;

-- Of inspections and consultations a form's list stands before a narrative's; the same one told by two
-- narratives of a unit is one.
create or replace macro inspection_of_place(place_key, confirmed_only) as table
with listed as (
    select
        inspection.*, report.unit_key, report.period, report.illustrative, report.loaded_at, report.source_kind,
        row_state(report.source_kind, decided.action) as state
    from inspection
    join report_of_place(place_key) as report using (report_id)
    left join decided_rows('inspection') as decided using (report_id, ordinal)
)
select * exclude (loaded_at, source_kind) from listed
where row_counts(state, confirmed_only)
qualify source_kind = min(source_kind) over (partition by unit_key, period, illustrative)
    and row_number() over (
    partition by unit_key, period, inspected_by, inspected, units, inspections, topic, held_on, held_month,
        planned
    order by illustrative, loaded_at desc, report_id, ordinal) = 1;

create or replace macro consultation_of_place(place_key, confirmed_only) as table
with listed as (
    select
        consultation.*, report.unit_key, report.period, report.illustrative, report.loaded_at, report.source_kind,
        row_state(report.source_kind, decided.action) as state
    from consultation
    join report_of_place(place_key) as report using (report_id)
    left join decided_rows('consultation') as decided using (report_id, ordinal)
)
select * exclude (loaded_at, source_kind) from listed
where row_counts(state, confirmed_only)
qualify source_kind = min(source_kind) over (partition by unit_key, period, illustrative)
    and row_number() over (
    partition by unit_key, period, draft, asked_whom, asked, answered, in_favour, opposed, opinions
    order by illustrative, loaded_at desc, report_id, ordinal) = 1;

-- Totals as reports name them, with what the units gave themselves; what counts are the figures beside them.
create or replace macro score_total_of_place(place_key, confirmed_only) as table
with listed as (
    select
        score_total.* exclude (unit_key), report.unit_key, report.period, report.illustrative, report.loaded_at,
        coalesce(score_total.unit_key, if(score_total.unit is null, report.unit_key, null)) as scored_key,
        row_state(report.source_kind, decided.action) as state
    from score_total
    join report_of_place(place_key) as report using (report_id)
    left join decided_rows('score_total') as decided using (report_id, ordinal)
)
select * exclude (loaded_at) from listed
where row_counts(state, confirmed_only)
qualify row_number() over (
    partition by period, coalesce(scored_key, unit), coalesce(sheet, lower(sheet_name)), points, self_points
    order by illustrative, loaded_at desc, report_id, ordinal) = 1;
