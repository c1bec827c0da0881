-- title: Training by month
-- grain: one calendar month with a dated course, and one row (month NULL) for undated ones
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   month date: its first day
--   courses bigint (courses)
--   participants bigint (persons)
--   units bigint
--   illustrative boolean

select
    null::date as month,
    null::bigint as courses,
    null::bigint as participants,
    null::bigint as units,
    null::boolean as illustrative
where false and $place is null and $period is null
