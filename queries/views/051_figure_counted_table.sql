-- The one figure that counts for a unit, period, scope, indicator and unit counted, among all figures and among the
-- confirmed only. Among several: real before illustrative, confirmed before unconfirmed, the unit's own report
-- before the one of the body above it, form before narrative, the surer reading, the later report.

create or replace table figure_counted as
with counting as materialized (
    select * from figure_counting
),
asked as (
    select only_confirmed, counting.*
    from counting cross join (values (false), (true)) as asked(only_confirmed)
    where counting.confirmed or not only_confirmed
),
-- One real report of a unit for a period, and none of its illustrative figures of that period count.
real_period as (
    select distinct only_confirmed, unit_key, period, true as is_real
    from asked where not illustrative and basis = 'own'
),
rival as (
    select only_confirmed, unit_key, period, scope, indicator, counted_unit, true as has_rival
    from asked
    group by only_confirmed, unit_key, period, scope, indicator, counted_unit
    having count(*) > 1
),
kept as (
    select asked.*, rival.has_rival, not asked.illustrative or real_period.is_real is null as of_kind
    from asked
    left join real_period using (only_confirmed, unit_key, period)
    left join rival
        on rival.only_confirmed = asked.only_confirmed
        and rival.unit_key = asked.unit_key and rival.period = asked.period
        and rival.scope = asked.scope and rival.indicator = asked.indicator
        and rival.counted_unit is not distinct from asked.counted_unit
),
ranked as (
    select
        only_confirmed, figure_id,
        of_kind and row_number() over (
            partition by only_confirmed, unit_key, period, scope, indicator, counted_unit
            order by of_kind desc, illustrative, confirmed desc, basis, source_kind, confidence desc,
                last_day desc, loaded_at desc, report_id, ordinal) = 1 as chosen
    from kept
    where has_rival
)
select
    kept.only_confirmed, kept.figure_id, kept.report_id, kept.unit_key, kept.scope, kept.period, kept.first_day,
    kept.last_day, kept.starts_late, kept.illustrative, kept.indicator, kept.counted_unit, kept.value,
    kept.approximate is not null as approximate, kept.basis, kept.confirmed,
    coalesce(ranked.chosen, kept.of_kind) as chosen
from kept
left join ranked using (only_confirmed, figure_id);
comment on table figure_counted is 'one figure that may count as a unit''s; chosen: it does';

create or replace macro figure_current(only_confirmed_figures) as table
select * exclude (only_confirmed, chosen) from figure_counted
where only_confirmed = only_confirmed_figures and chosen;
