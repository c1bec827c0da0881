-- Points of each criterion of a sheet, from the one report that speaks for the unit: real before illustrative, its
-- own before one above it, a form before a narrative, the later one.

create or replace macro criterion_score(place_key, period_code, sheet_code) as table
select
    score.*, report.illustrative, report.source_kind,
    coalesce(score_criterion.position, 1000)::integer as position,
    score.maximum - score.points as lost_points
from score
join commune_of on commune_of.unit_key = score.unit_key and commune_of.place = place_key
join report_standing as report using (report_id)
left join score_criterion
    on score_criterion.sheet = score.sheet and score_criterion.criterion = score.criterion
where report.standing and report.period = period_code and score.sheet = sheet_code
qualify dense_rank() over (
    partition by score.unit_key
    order by report.illustrative, report.unit_key = score.unit_key desc, report.source_kind,
        report.loaded_at desc, report.report_id) = 1;
