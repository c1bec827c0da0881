-- title: What needs attention in a place
-- grain: one matter of one unit, the heaviest first within a kind
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   kind varchar: overdue, not_reported, not_adding_up, under_mark
--   unit_key varchar: the unit
--   name varchar
--   unit_kind varchar: tỉnh, huyện, xã, phường …
--   count bigint: overdue petitions; issues; NULL otherwise
--   of_total bigint: overdue: petitions open; NULL otherwise
--   points double (points): under_mark
--   maximum double (points): under_mark
--   detail varchar: older period (not_reported); rule of the first issue (not_adding_up); sheet (under_mark)
--   report_id varchar: the report it concerns
--   base_count bigint: overdue: the same of the base period, when comparable
--   small boolean: overdue: fewer than 20 petitions accepted
--   illustrative boolean

select
    null::varchar as kind,
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as unit_kind,
    null::bigint as count,
    null::bigint as of_total,
    null::double as points,
    null::double as maximum,
    null::varchar as detail,
    null::varchar as report_id,
    null::bigint as base_count,
    null::boolean as small,
    null::boolean as illustrative
where false and $place is null and $period is null and $base is null and $only_confirmed is null
