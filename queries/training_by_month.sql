-- title: Training by month
-- grain: one calendar month with a dated course, and one row (month NULL) for undated ones
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows of narratives that nobody confirmed
-- columns:
--   month date: its first day
--   courses bigint (courses)
--   participants bigint (persons)
--   units bigint
--   illustrative boolean

with course as (
    select *, coalesce(held_on, held_month) as day from course_of_place($place, $only_confirmed) where period = $period and counted
),
final as (
    select
        date_trunc('month', day)::date as month,
        sum(coalesce(courses, 1))::bigint as courses,
        sum(participants)::bigint as participants,
        count(distinct unit_key)::bigint as units,
        bool_or(illustrative) as illustrative
    from course
    group by date_trunc('month', day)::date
    order by month nulls last
)
select * from final
