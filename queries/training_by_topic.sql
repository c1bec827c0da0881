-- title: Training by topic
-- grain: one topic
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows of narratives that nobody confirmed
-- columns:
--   topic varchar: as written; spellings that differ in case or spaces are one
--   courses bigint (courses)
--   participants bigint (persons): of courses that name them
--   participants_known bigint (courses): courses that name them
--   units bigint: units that held one
--   illustrative boolean

with course as (
    select *, lower(trim(regexp_replace(topic, '\s+', ' ', 'g'))) as folded
    from course_of_place($place, $only_confirmed)
    where period = $period and counted
),
final as (
    select
        mode(topic) as topic,
        sum(coalesce(courses, 1))::bigint as courses,
        sum(participants)::bigint as participants,
        coalesce(sum(coalesce(courses, 1)) filter (where participants is not null), 0)::bigint
            as participants_known,
        count(distinct unit_key)::bigint as units,
        bool_or(illustrative) as illustrative
    from course
    group by folded
    order by courses desc, participants desc nulls last, topic
)
select * from final
