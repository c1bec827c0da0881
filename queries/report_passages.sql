-- title: The text of one report
-- grain: one passage
-- params:
--   report_id varchar: a report; a form has no passages
-- columns:
--   number integer: 1, 2, 3 … in reading order
--   page integer
--   section varchar: the numbered heading above
--   kind varchar: heading, paragraph, item, row, header, footer
--   text varchar: verbatim

with final as (
    select number, page, section, kind, text
    from passage
    where report_id = $report_id
    order by number
)
select * from final
