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
--   decided_counted_unit varchar: what is counted, where the indicator leaves it open

with final as (
    select
        figure_id, ordinal, indicator, counted_unit, value, token, quote, passage, page, section, quote_start,
        quote_end, sheet, cell, part, part_kind, part_unit_key, part_period, confidence, read_by, status,
        decided_value, decided_indicator, decided_part, decided_by, decided_at, reason, approximate,
        decided_counted_unit
    from figure_under_review
    where report_id = $report_id
    order by passage nulls last, quote_start nulls last, ordinal
)
select * from final
