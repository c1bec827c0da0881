-- title: What is wrong with reports
-- grain: one issue of one report
-- params:
--   place varchar null: unit_key; NULL for every place
--   period varchar null: a named period; NULL for all
--   report_id varchar null: a report; NULL for all
-- columns:
--   issue_id varchar
--   report_id varchar
--   unit_key varchar
--   unit_name varchar
--   unit_kind varchar
--   period varchar
--   rule varchar: a row of data/reference/checks.csv
--   severity varchar: error, warning, note
--   expected double
--   found double
--   difference double
--   figure_ids varchar[]
--   details varchar: JSON: what the sentence is filled with
--   superseded boolean
--   illustrative boolean

select
    null::varchar as issue_id,
    null::varchar as report_id,
    null::varchar as unit_key,
    null::varchar as unit_name,
    null::varchar as unit_kind,
    null::varchar as period,
    null::varchar as rule,
    null::varchar as severity,
    null::double as expected,
    null::double as found,
    null::double as difference,
    null::varchar[] as figure_ids,
    null::varchar as details,
    null::boolean as superseded,
    null::boolean as illustrative
where false and $place is null and $period is null and $report_id is null
