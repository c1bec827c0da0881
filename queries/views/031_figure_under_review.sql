-- A figure beside its place in the report, with what holds after the decisions: what the review page shows of it.

create or replace view figure_under_review as
select
    figure.figure_id, figure.report_id, figure.ordinal, figure.read_indicator as indicator,
    figure.read_counted_unit as counted_unit, figure.read_value as value, figure.token, figure.quote,
    figure.passage, passage.page, passage.section, figure.quote_start, figure.quote_end,
    figure.sheet, figure.cell, figure.read_part as part, figure.part_kind,
    figure.part_unit_key, figure.part_period, figure.confidence, figure.read_by, figure.status,
    figure.value as decided_value, figure.indicator as decided_indicator, figure.part as decided_part,
    figure.counted_unit as decided_counted_unit,
    figure.decided_by, figure.decided_at, figure.reason, figure.approximate
from figure_decided as figure
left join passage on passage.report_id = figure.report_id and passage.number = figure.passage;
comment on view figure_under_review is 'one figure with its place in the report and what holds of it';
