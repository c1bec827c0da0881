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

with final as (
    select
        figure_id, indicator, value, token, quote, quote_start, quote_end, part, status
    from figure_decided
    where report_id = $report_id and passage = $passage
    order by quote_start nulls last, ordinal
)
select * from final
