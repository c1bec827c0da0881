-- title: The figures an issue rests on, where each stands
-- grain: one figure of one issue
-- params:
--   issue_id varchar: an issue
-- columns:
--   figure_id varchar
--   report_id varchar
--   unit_name varchar
--   unit_kind varchar
--   period varchar
--   source_kind varchar: form, narrative
--   indicator varchar: as decided
--   counted_unit varchar
--   value double: as decided
--   token varchar: the number as written
--   part varchar: as decided; NULL for the report's own total
--   quote varchar
--   page integer
--   section varchar
--   sheet varchar
--   cell varchar

with named as (
    select unnest(figure_ids) as figure_id, generate_subscripts(figure_ids, 1) as position
    from issue_standing where issue_id = $issue_id
),
figure as (
    select figure_decided.*, named.position from figure_decided join named using (figure_id)
),
final as (
    select
        figure.figure_id, figure.report_id, unit.name as unit_name, unit.kind as unit_kind, report.period,
        figure.source_kind, figure.indicator, figure.counted_unit, figure.value, figure.token, figure.part,
        figure.quote, passage.page, passage.section, figure.sheet, figure.cell
    from figure
    join report using (report_id)
    join unit using (unit_key)
    left join passage on passage.report_id = figure.report_id and passage.number = figure.passage
    order by figure.position, figure.ordinal
)
select * from final
