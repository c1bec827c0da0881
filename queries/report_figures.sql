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

select
    null::varchar as figure_id,
    null::integer as ordinal,
    null::varchar as indicator,
    null::varchar as counted_unit,
    null::double as value,
    null::varchar as token,
    null::varchar as quote,
    null::integer as passage,
    null::integer as page,
    null::varchar as section,
    null::integer as quote_start,
    null::integer as quote_end,
    null::varchar as sheet,
    null::varchar as cell,
    null::varchar as part,
    null::varchar as part_kind,
    null::varchar as part_unit_key,
    null::varchar as part_period,
    null::double as confidence,
    null::varchar as read_by,
    null::varchar as status,
    null::double as decided_value,
    null::varchar as decided_indicator,
    null::varchar as decided_part,
    null::varchar as decided_by,
    null::timestamp as decided_at,
    null::varchar as reason,
    null::varchar as approximate
where false and $report_id is null
