-- What one report may be held to by another: its own exact totals, each said once. Only reports that count, whose
-- scope is known, and that cover their period from its start.

create or replace table report_held as
select
    report.report_id, report.unit_key, unit_line.line, report.scope, report.regime, report.illustrative,
    report.source_kind, report.period, report.period_year, report.months, report.first_day, report.last_day,
    report.starts_late, report.loaded_at
from report_standing as report
join unit_line using (unit_key)
where report.standing and report.scope is not null;
comment on table report_held is 'one report that others may be held against';

create or replace table figure_held as
select
    figure.report_id, figure.indicator, coalesce(figure.counted_unit, '') as counted_unit,
    any_value(figure.value) as value,
    min(figure.figure_id) as figure_id, any_value(indicator.kind) as kind
from figure_decided as figure
join report_held using (report_id)
join indicator on indicator.code = figure.indicator
where figure.part is null and figure.part_unit_key is null and figure.part_period is null
  and figure.status <> 'rejected' and figure.approximate is null and indicator.kind in ('flow', 'stock')
group by figure.report_id, figure.indicator, figure.counted_unit
having min(figure.value) = max(figure.value);
comment on table figure_held is 'one total of one report that others may be held against';

-- Two reports of one unit, one kind of days and one scope, the later beside each earlier.
create or replace temp table report_pair as
select
    report.report_id, report.period, report.months, report.first_day, earlier.report_id as other_id,
    earlier.period as other_period, earlier.months as other_months, earlier.first_day as other_first_day,
    earlier.last_day as other_last_day, earlier.loaded_at as other_loaded_at,
    not report.starts_late and not earlier.starts_late as whole
from report_held as report
join report_held as earlier using (line, regime, scope, illustrative)
where earlier.last_day < report.last_day;

create or replace temp table figure_pair as
with later as materialized (  -- first the pairs, then the figures: reports share indicators with all others
    select report_pair.*, figure.indicator, figure.counted_unit, figure.kind, figure.value, figure.figure_id
    from report_pair
    join figure_held as figure using (report_id)
    where report_pair.months is not null and report_pair.other_months is not null
)
select later.*, other.value as other_value, other.figure_id as other_figure_id
from later
join figure_held as other
    on other.report_id = later.other_id and other.indicator = later.indicator
    and other.counted_unit = later.counted_unit;
