-- The one figure that counts for a unit, period, scope, indicator and unit counted. Among several: real before
-- illustrative, confirmed before unconfirmed, the unit's own report before the one of the body above it, form
-- before narrative, the surer reading, the later report.

create or replace macro figure_counting(confirmed_only) as table
with report as (
    select * from report_standing where standing
),
own as (
    select figure_decided.*, report.unit_key, 'own' as basis,
        case when unit.level = 'commune' then 'whole_area' else coalesce(report.scope, 'unknown') end as scope
    from figure_decided
    join report using (report_id)
    join unit on unit.unit_key = report.unit_key
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
    join unit_in on unit_in.place = report.unit_key and unit_in.unit_key = figure_decided.part_unit_key
    where figure_decided.part_unit_key <> report.unit_key
      and coalesce(figure_decided.part_period, report.period) = report.period
),
candidate as (
    select * from own union all by name select * from reported_above
)
select
    candidate.* exclude (source_kind),
    report.source_kind, report.illustrative, report.period, report.period_year, report.period_name, report.months,
    report.first_day, report.last_day, report.regime, report.loaded_at
from candidate
join report using (report_id)
where candidate.status <> 'rejected'
  and (candidate.confirmed or not confirmed_only);

create or replace macro figure_current_live(confirmed_only) as table
with counting as (
    select * from figure_counting(confirmed_only)
),
-- One real report of a unit for a period, and none of its illustrative figures of that period count.
kept as (
    select
        *,
        not illustrative
            or not coalesce(bool_or(not illustrative and basis = 'own') over (partition by unit_key, period), false)
            as of_kind
    from counting
)
select
    figure_id, report_id, unit_key, scope, period, period_year, period_name, months, first_day, last_day, regime,
    illustrative, source_kind, indicator, counted_unit, value, approximate is not null as approximate, basis,
    confirmed,
    of_kind and row_number() over (
        partition by unit_key, period, scope, indicator, counted_unit
        order by of_kind desc, illustrative, confirmed desc, basis, source_kind, confidence desc, last_day desc,
            loaded_at desc, report_id, ordinal) = 1 as chosen
from kept;
