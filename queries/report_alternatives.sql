-- title: Other possible readings of a report's figures
-- grain: one other reading of a figure
-- params:
--   report_id varchar: a report
-- columns:
--   figure_id varchar
--   indicator varchar
--   part varchar: as written; NULL for the report's own total
--   likelihood double (0-1)

with final as (
    select other.figure_id, other.indicator, other.part, other.likelihood
    from figure_alternative as other
    join figure using (figure_id)
    where figure.report_id = $report_id
    order by figure.ordinal, other.ordinal
)
select * from final
