-- title: Score sheets in force in a period
-- grain: one score sheet
-- params:
--   period varchar: a named period, '2026-m09'
-- columns:
--   sheet varchar
--   name_vi varchar
--   name_en varchar
--   points_indicator varchar
--   maximum_indicator varchar
--   pass_percent double (%)
--   source varchar: the document that set it, or 'illustrative'
--   units bigint: units with points of it in the period

select
    null::varchar as sheet,
    null::varchar as name_vi,
    null::varchar as name_en,
    null::varchar as points_indicator,
    null::varchar as maximum_indicator,
    null::double as pass_percent,
    null::varchar as source,
    null::bigint as units
where false and $period is null
