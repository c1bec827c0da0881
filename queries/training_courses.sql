-- title: Training courses held
-- grain: one course of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows of narratives that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   topic varchar
--   courses bigint (courses): that the row stands for
--   held_on date
--   held_month date: its first day, where only the month is said
--   days double (days)
--   participants bigint (persons)
--   audience varchar
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   state varchar: form, confirmed or unconfirmed
--   illustrative boolean

with course as (
    select * from course_of_place($place, $only_confirmed) where period = $period
),
final as (
    select
        course.report_id, course.ordinal, course.unit_key, unit.name, unit.kind, course.topic,
        coalesce(course.courses, 1)::bigint as courses, course.held_on, course.held_month, course.days, course.participants::bigint as participants, course.audience,
        course.quote, course.sheet, course.cell, course.passage, course.state, course.illustrative
    from course
    join unit using (unit_key)
    order by coalesce(course.held_on, course.held_month) desc nulls last, course.participants desc nulls last, unit.name, course.report_id,
        course.ordinal
)
select * from final
