-- title: Reports of a place and below
-- grain: one report, superseded ones too
-- params:
--   place varchar null: unit_key; NULL for every place
--   period varchar null: a named period; NULL for all
-- columns:
--   report_id varchar
--   unit_key varchar
--   unit_name varchar
--   unit_kind varchar
--   unit_level varchar
--   source_kind varchar: form, narrative
--   issuer varchar: as written
--   number varchar: NULL when blank
--   issued_on date
--   period varchar
--   period_year bigint
--   period_name varchar
--   months integer
--   first_day date
--   last_day date
--   regime varchar: calendar, inspectorate
--   scope varchar: whole_area, own_agency; NULL when unknown
--   illustrative boolean
--   files varchar[]: file names, first come first
--   figures bigint
--   confirmed bigint: figures confirmed or corrected, or from a form
--   unconfirmed bigint
--   rejected bigint
--   issues bigint: errors and warnings that nobody has decided on
--   superseded boolean: a revision has come
--   standing boolean: its figures count
--   replaces varchar: report_id of the report it supersedes
--   loaded_at timestamp (UTC)
--   loaded_by varchar

with unit as (
    select * from unit
    where $place is null or unit_key in (select unit_key from place_unit where place = $place)
),
file as (
    select report_id, list(file_name order by added_at, file_name) as files
    from report_file group by report_id
),
issue as (
    select report_id, count(*) as issues
    from issue_standing where severity in ('error', 'warning') and state = 'open'
    group by report_id
),
final as (
    select
        report.report_id, report.unit_key, unit.name as unit_name, unit.kind as unit_kind,
        unit.level as unit_level, report.source_kind, report.issuer, report.number, report.issued_on,
        report.period, report.period_year::bigint as period_year, report.period_name, report.months,
        report.first_day, report.last_day, report.regime, report.scope, report.illustrative,
        coalesce(file.files, []) as files,
        report.figures::bigint as figures, report.figures_confirmed::bigint as confirmed,
        report.figures_unconfirmed::bigint as unconfirmed, report.figures_rejected::bigint as rejected,
        coalesce(issue.issues, 0)::bigint as issues,
        report.superseded, report.standing, report.replaces, report.loaded_at, report.loaded_by
    from report_standing as report
    join unit using (unit_key)
    left join file using (report_id)
    left join issue using (report_id)
    where $period is null or report.period = $period
    order by report.last_day desc, unit.name, report.unit_key, report.loaded_at desc, report.report_id
)
select * from final
