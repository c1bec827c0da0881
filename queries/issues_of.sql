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
--   state varchar: open, accept, will_correct
--   reason varchar: why it was accepted
--   decided_by varchar
--   decided_at timestamp (UTC)

with unit as (
    select * from unit
    where $place is null or unit_key in (select unit_key from place_unit where place = $place)
),
report as (
    select * from report_standing
    where ($period is null or period = $period) and ($report_id is null or report_id = $report_id)
),
final as (
    select
        issue.issue_id, issue.report_id, report.unit_key, unit.name as unit_name, unit.kind as unit_kind,
        report.period, issue.rule, issue.severity, issue.expected, issue.found, issue.difference,
        issue.figure_ids, issue.details::varchar as details, report.superseded, report.illustrative,
        issue.state, issue.reason, issue.decided_by, issue.decided_at
    from issue_standing as issue
    join report using (report_id)
    join unit using (unit_key)
    order by issue.state = 'open' desc, issue.severity = 'error' desc, issue.severity = 'warning' desc, report.superseded,
        report.last_day desc, unit.name, issue.report_id, issue.issue_id
)
select * from final
