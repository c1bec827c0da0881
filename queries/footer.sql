-- title: What a page of a place and period rests on
-- grain: one row
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   reports bigint: standing reports of the place and below
--   figures_confirmed bigint
--   figures_unconfirmed bigint
--   figures_rejected bigint
--   illustrative_reports bigint
--   real_reports bigint
--   units_reported bigint
--   units_expected bigint
--   updated_at timestamp (UTC): newest loading or decision

with report as (
    select * from report_of_place($place) where period = $period
),
decided as (
    select max(decision.decided_at) as at
    from decision
    join figure using (figure_id)
    join report using (report_id)
),
expected as (
    select count(*) as units from commune_of where place = $place
),
final as (
    select
        count(report.report_id)::bigint as reports,
        coalesce(sum(report.figures_confirmed), 0)::bigint as figures_confirmed,
        if($only_confirmed, 0, coalesce(sum(report.figures_unconfirmed), 0))::bigint as figures_unconfirmed,
        coalesce(sum(report.figures_rejected), 0)::bigint as figures_rejected,
        count(*) filter (where report.illustrative)::bigint as illustrative_reports,
        count(*) filter (where not report.illustrative)::bigint as real_reports,
        count(distinct report.unit_key) filter (where report.of_commune)::bigint as units_reported,
        any_value(expected.units)::bigint as units_expected,
        greatest(max(report.loaded_at), any_value(decided.at)) as updated_at
    from expected
    cross join decided
    left join report on true
)
select * from final
