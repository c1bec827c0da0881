-- title: The figures of one report with what was decided on them
-- grain: one figure
-- params:
--   report_id varchar: a report
-- columns:
--   figure_id varchar
--   ordinal integer
--   indicator varchar: as read
--   counted_unit varchar
--   value double: as read
--   token varchar: the number as written
--   quote varchar
--   passage integer
--   page integer
--   section varchar
--   quote_start integer: offset of the quote in the passage
--   quote_end integer
--   sheet varchar
--   cell varchar
--   part varchar: as written; NULL for the report's own total
--   part_kind varchar
--   part_unit_key varchar
--   part_period varchar
--   confidence double (0-1)
--   read_by varchar: the rule that read it
--   status varchar: unconfirmed, confirmed, corrected, rejected, form
--   decided_value double: what holds after the decisions
--   decided_indicator varchar
--   decided_part varchar
--   decided_by varchar
--   decided_at timestamp (UTC)
--   reason varchar
--   approximate varchar: about, over, under

with figure as (
    select * from figure_decided where report_id = $report_id
),
passage as (
    select * from passage where report_id = $report_id
),
final as (
    select
        figure.figure_id, figure.ordinal, figure.read_indicator as indicator,
        figure.read_counted_unit as counted_unit, figure.read_value as value, figure.token, figure.quote,
        figure.passage, passage.page, passage.section, figure.quote_start, figure.quote_end,
        figure.sheet, figure.cell, figure.read_part as part, figure.part_kind,
        figure.part_unit_key, figure.part_period, figure.confidence, figure.read_by, figure.status,
        figure.value as decided_value, figure.indicator as decided_indicator, figure.part as decided_part,
        figure.decided_by, figure.decided_at, figure.reason, figure.approximate
    from figure
    left join passage on passage.number = figure.passage
    order by figure.ordinal
)
select * from final
