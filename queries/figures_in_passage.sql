-- title: Figures read from one passage
-- grain: one figure
-- params:
--   report_id varchar: a report
--   passage integer: the number of a passage of the report
-- columns:
--   figure_id varchar
--   indicator varchar
--   value double
--   token varchar
--   quote varchar
--   quote_start integer
--   quote_end integer
--   part varchar
--   status varchar: unconfirmed, confirmed, corrected, rejected, form

select
    null::varchar as figure_id,
    null::varchar as indicator,
    null::double as value,
    null::varchar as token,
    null::varchar as quote,
    null::integer as quote_start,
    null::integer as quote_end,
    null::varchar as part,
    null::varchar as status
where false and $report_id is null and $passage is null
