-- Which report of a chain of revisions counts. An unconfirmed revision doesn't displace a confirmed report;
-- the older one stays readable either way. A report is confirmed when every figure of it is decided.

create or replace view report_standing_live as
with recursive chain(report_id, first_id, depth) as (
    select report_id, report_id, 0
    from report
    where replaces is null or replaces not in (select report_id from report)
    union all
    select report.report_id, chain.first_id, chain.depth + 1
    from report join chain on report.replaces = chain.report_id
),
counted as (
    select
        report_id,
        count(*) as figures,
        count(*) filter (where confirmed) as figures_confirmed,
        count(*) filter (where status = 'unconfirmed') as figures_unconfirmed,
        count(*) filter (where status = 'rejected') as figures_rejected
    from figure_decided
    group by report_id
),
described as (
    select
        report.*, unit.level,
        starts_late(report.first_day, report.period_year, report.period_name, report.regime) as starts_late,
        chain.first_id, chain.depth,
        coalesce(counted.figures, 0) as figures,
        coalesce(counted.figures_confirmed, 0) as figures_confirmed,
        coalesce(counted.figures_unconfirmed, 0) as figures_unconfirmed,
        coalesce(counted.figures_rejected, 0) as figures_rejected,
        report.source_kind = 'form' or (coalesce(counted.figures, 0) > 0 and counted.figures_unconfirmed = 0)
            as confirmed
    from report
    join chain using (report_id)
    left join unit on unit.unit_key = report.unit_key
    left join counted using (report_id)
),
ranked as (
    select
        *,
        row_number() over (
            partition by first_id order by illustrative, confirmed desc, depth desc, loaded_at desc, report_id
        ) = 1 as standing
    from described
)
select
    *,
    not standing and depth <= max(depth) filter (where standing) over (partition by first_id) as superseded
from ranked;
comment on view report_standing_live is 'one report; standing: its figures count; superseded: a revision counts instead';
