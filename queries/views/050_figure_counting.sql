-- The figures that may count for a unit: of standing reports, not rejected, the report's own totals or limited to
-- a unit below it.

create or replace view figure_counting as
with report as (
    select * from report_standing where standing
),
own as (
    select figure_decided.*, report.unit_key, 'own' as basis,
        case when report.level = 'commune' then 'whole_area' else coalesce(report.scope, 'unknown') end as scope
    from figure_decided
    join report using (report_id)
    where coalesce(figure_decided.part_unit_key, report.unit_key) = report.unit_key
      and coalesce(figure_decided.part_period, report.period) = report.period
      and (figure_decided.part is null or figure_decided.part_unit_key is not null
           or figure_decided.part_period is not null)
),
-- A part resolved to a unit below the reporting body is that unit's figure. Other parts are no totals.
reported_above as (
    select figure_decided.*, figure_decided.part_unit_key as unit_key, 'reported_above' as basis,
        'whole_area' as scope
    from figure_decided
    join report using (report_id)
    join unit on unit.unit_key = figure_decided.part_unit_key
    where report.unit_key in (unit.parent_key, unit.province_key)
      and report.unit_key <> unit.unit_key
      and coalesce(figure_decided.part_period, report.period) = report.period
),
candidate as (
    select * from own union all by name select * from reported_above
)
select
    candidate.* exclude (source_kind),
    report.source_kind, report.illustrative, report.period, report.first_day, report.last_day,
    report.starts_late, report.loaded_at
from candidate
join report using (report_id)
where candidate.status <> 'rejected';
comment on view figure_counting is 'one figure that may count as a unit''s for a period';
