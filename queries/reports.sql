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
--   issues bigint: errors and warnings
--   superseded boolean: a revision has come
--   standing boolean: its figures count
--   replaces varchar: report_id of the report it supersedes
--   loaded_at timestamp (UTC)
--   loaded_by varchar

select
    null::varchar as report_id,
    null::varchar as unit_key,
    null::varchar as unit_name,
    null::varchar as unit_kind,
    null::varchar as unit_level,
    null::varchar as source_kind,
    null::varchar as issuer,
    null::varchar as number,
    null::date as issued_on,
    null::varchar as period,
    null::bigint as period_year,
    null::varchar as period_name,
    null::integer as months,
    null::date as first_day,
    null::date as last_day,
    null::varchar as regime,
    null::varchar as scope,
    null::boolean as illustrative,
    null::varchar[] as files,
    null::bigint as figures,
    null::bigint as confirmed,
    null::bigint as unconfirmed,
    null::bigint as rejected,
    null::bigint as issues,
    null::boolean as superseded,
    null::boolean as standing,
    null::varchar as replaces,
    null::timestamp as loaded_at,
    null::varchar as loaded_by
where false and $place is null and $period is null
