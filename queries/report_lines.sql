-- title: Where the text of one report is seen on its pages
-- grain: one line of a page
-- params:
--   report_id varchar: a report; one whose format has no pages has no lines
-- columns:
--   page integer: from 1
--   left_edge double (0-1): of the page's width, from the left, as it is shown
--   top_edge double (0-1): of the page's height, from the top
--   right_edge double (0-1)
--   bottom_edge double (0-1)
--   passage integer: the passage that it holds a stretch of
--   line_start integer: offset in the passage's text
--   line_end integer

with final as (
    select page, left_edge, top_edge, right_edge, bottom_edge, passage, line_start, line_end
    from page_line
    where report_id = $report_id
    order by ordinal
)
select * from final
