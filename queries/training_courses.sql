-- title: Training courses held
-- grain: one course of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   topic varchar
--   held_on date
--   days double (days)
--   participants bigint (persons)
--   audience varchar
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   illustrative boolean

with course as (
    select * from course_of_place($place) where period = $period
),
final as (
    select
        course.report_id, course.ordinal, course.unit_key, unit.name, unit.kind, course.topic, course.held_on,
        course.days, course.participants::bigint as participants, course.audience,
        course.quote, course.sheet, course.cell, course.passage, course.illustrative
    from course
    join unit using (unit_key)
    order by course.held_on desc nulls last, course.participants desc nulls last, unit.name, course.report_id,
        course.ordinal
)
select * from final
