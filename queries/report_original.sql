-- title: The file that a report was read from
-- grain: one file
-- params:
--   report_id varchar: a report; of its files the one whose sha256 its identifier begins
-- columns:
--   sha256 varchar
--   file_name varchar
--   format varchar: docx, doc, pdf, scan, picture, txt, xlsx …

with final as (
    select sha256, file_name, format
    from report_file
    where report_id = $report_id
    order by not starts_with(sha256, $report_id), added_at, file_name
    limit 1
)
select * from final
