-- title: Training by topic
-- grain: one topic
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   topic varchar: as written; spellings that differ in case or spaces are one
--   courses bigint (courses)
--   participants bigint (persons): of courses that name them
--   participants_known bigint (courses): courses that name them
--   units bigint: units that held one
--   illustrative boolean

select
    null::varchar as topic,
    null::bigint as courses,
    null::bigint as participants,
    null::bigint as participants_known,
    null::bigint as units,
    null::boolean as illustrative
where false and $place is null and $period is null
