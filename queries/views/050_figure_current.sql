-- The one figure that counts for a unit, period, scope, indicator and unit counted. Among several: real before
-- illustrative, confirmed before unconfirmed, the unit's own report before the one of the body above it, form
-- before narrative, the surer reading, the later report.

create or replace macro figure_counting(confirmed_only) as table
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
where candidate.status <> 'rejected'
  and (candidate.confirmed or not confirmed_only);

create or replace macro figure_current_live(confirmed_only) as table
with counting as (
    select * from figure_counting(confirmed_only)
),
-- One real report of a unit for a period, and none of its illustrative figures of that period count.
real_period as (
    select distinct unit_key, period, true as is_real from counting where not illustrative and basis = 'own'
),
rival as (
    select unit_key, period, scope, indicator, counted_unit, true as has_rival
    from counting
    group by unit_key, period, scope, indicator, counted_unit
    having count(*) > 1
),
kept as (
    select
        counting.*, rival.has_rival,
        not counting.illustrative or real_period.is_real is null as of_kind
    from counting
    left join real_period using (unit_key, period)
    left join rival
        on rival.unit_key = counting.unit_key and rival.period = counting.period
        and rival.scope = counting.scope and rival.indicator = counting.indicator
        and rival.counted_unit is not distinct from counting.counted_unit
),
ranked as (
    select
        figure_id,
        of_kind and row_number() over (
            partition by unit_key, period, scope, indicator, counted_unit
            order by of_kind desc, illustrative, confirmed desc, basis, source_kind, confidence desc,
                last_day desc, loaded_at desc, report_id, ordinal) = 1 as chosen
    from kept
    where has_rival
)
select
    kept.figure_id, kept.report_id, kept.unit_key, kept.scope, kept.period, kept.first_day, kept.last_day,
    kept.starts_late, kept.illustrative, kept.indicator, kept.counted_unit, kept.value,
    kept.approximate is not null as approximate, kept.basis, kept.confirmed,
    coalesce(ranked.chosen, kept.of_kind) as chosen
from kept
left join ranked using (figure_id);
