-- title: Every figure behind one number of a place
-- grain: one figure in one role
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   indicator varchar: a code of the catalogue
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   figure_id varchar
--   role varchar: value, numerator, denominator; part when the value is computed from kinds
--   indicator varchar: the figure's own
--   report_id varchar
--   unit_key varchar: the unit the figure is about
--   unit_name varchar
--   unit_kind varchar
--   value double: after decisions
--   used boolean: the number shown rests on it
--   basis varchar: own (of the place itself), sum (addend), reported_above
--   counted_unit varchar
--   token varchar
--   quote varchar
--   passage integer
--   page integer
--   section varchar
--   sheet varchar
--   cell varchar
--   part varchar
--   status varchar: unconfirmed, confirmed, corrected, rejected, form
--   confidence double (0-1)
--   approximate varchar
--   source_kind varchar: form, narrative
--   number varchar: of the report
--   issued_on date
--   period varchar
--   last_day date
--   illustrative boolean

select
    null::varchar as figure_id,
    null::varchar as role,
    null::varchar as indicator,
    null::varchar as report_id,
    null::varchar as unit_key,
    null::varchar as unit_name,
    null::varchar as unit_kind,
    null::double as value,
    null::boolean as used,
    null::varchar as basis,
    null::varchar as counted_unit,
    null::varchar as token,
    null::varchar as quote,
    null::integer as passage,
    null::integer as page,
    null::varchar as section,
    null::varchar as sheet,
    null::varchar as cell,
    null::varchar as part,
    null::varchar as status,
    null::double as confidence,
    null::varchar as approximate,
    null::varchar as source_kind,
    null::varchar as number,
    null::date as issued_on,
    null::varchar as period,
    null::date as last_day,
    null::boolean as illustrative
where false and $place is null and $period is null and $indicator is null and $only_confirmed is null
