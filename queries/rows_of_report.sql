-- title: What one report names one by one, with what was decided on it
-- grain: one row of one list of the report
-- params:
--   report_id varchar: a report
-- columns:
--   list varchar: training_course, award, score_total, inspection or consultation
--   ordinal integer: of the row in its list
--   name varchar: topic, model or holder, unit scored, whom, draft
--   quote varchar: the words it was read from
--   passage integer
--   state varchar: form, unconfirmed, confirmed or rejected

with listed as (
    select report_id, 'training_course' as list, ordinal, topic as name, quote, passage from training_course
    union all
    select report_id, 'award', ordinal, name, quote, passage from award
    union all
    select report_id, 'score_total', ordinal, concat_ws(': ', sheet_name, unit), quote, passage from score_total
    union all
    select report_id, 'inspection', ordinal, coalesce(topic, inspected, inspected_by), quote, passage
    from inspection
    union all
    select report_id, 'consultation', ordinal, draft, quote, passage from consultation
),
final as (
    select
        listed.list, listed.ordinal, listed.name, listed.quote, listed.passage,
        row_state(report.source_kind, row_decided.action) as state
    from listed
    join report using (report_id)
    left join row_decided using (report_id, list, ordinal)
    where listed.report_id = $report_id
    order by listed.passage nulls last, listed.list, listed.ordinal
)
select * from final
