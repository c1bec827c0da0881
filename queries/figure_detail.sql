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
--   issues bigint: open issues that name this figure

with figure as (
    select * from figure_decided where figure_id = $figure_id
),
passage as (
    select passage.* from passage join figure using (report_id)
),
file as (
    select report_file.report_id, list(report_file.file_name order by report_file.added_at) as files
    from report_file join figure using (report_id)
    group by report_file.report_id
),
issue as (
    select count(*) as issues from issue_standing
    where list_contains(figure_ids, $figure_id) and state = 'open'
),
final as (
    select
        figure.figure_id, figure.ordinal, figure.read_indicator as indicator,
        figure.read_counted_unit as counted_unit, figure.read_value as value, figure.token, figure.quote,
        figure.passage, passage.page, passage.section, figure.quote_start, figure.quote_end,
        figure.sheet, figure.cell, figure.read_part as part, figure.part_kind,
        figure.part_unit_key, figure.part_period, figure.confidence, figure.read_by, figure.status,
        figure.value as decided_value, figure.indicator as decided_indicator, figure.part as decided_part,
        figure.decided_by, figure.decided_at, figure.reason, figure.approximate,
        report.report_id, report.unit_key, unit.name as unit_name, unit.kind as unit_kind, report.source_kind,
        report.issuer, report.number, report.issued_on, report.period, report.first_day, report.last_day,
        report.scope, report.illustrative, report.superseded,
        coalesce(file.files, []) as files,
        passage.text as passage_text, before.text as passage_before, after.text as passage_after,
        issue.issues::bigint as issues
    from figure
    join report_standing as report using (report_id)
    join unit on unit.unit_key = report.unit_key
    cross join issue
    left join file on file.report_id = report.report_id
    left join passage on passage.number = figure.passage
    left join passage as before on before.number = figure.passage - 1
    left join passage as after on after.number = figure.passage + 1
)
select * from final
