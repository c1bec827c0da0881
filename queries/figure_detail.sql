-- title: One figure with all that is known of it
-- grain: one figure
-- params:
--   figure_id varchar: a figure
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
--   report_id varchar
--   unit_key varchar: whose report it is
--   unit_name varchar
--   unit_kind varchar
--   source_kind varchar: form, narrative
--   issuer varchar
--   number varchar
--   issued_on date
--   period varchar
--   first_day date
--   last_day date
--   scope varchar
--   illustrative boolean
--   superseded boolean
--   files varchar[]
--   passage_text varchar: the whole passage, verbatim
--   passage_before varchar: the passage before it
--   passage_after varchar
--   issues bigint: issues that name this figure

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
    null::varchar as approximate,
    null::varchar as report_id,
    null::varchar as unit_key,
    null::varchar as unit_name,
    null::varchar as unit_kind,
    null::varchar as source_kind,
    null::varchar as issuer,
    null::varchar as number,
    null::date as issued_on,
    null::varchar as period,
    null::date as first_day,
    null::date as last_day,
    null::varchar as scope,
    null::boolean as illustrative,
    null::boolean as superseded,
    null::varchar[] as files,
    null::varchar as passage_text,
    null::varchar as passage_before,
    null::varchar as passage_after,
    null::bigint as issues
where false and $figure_id is null
