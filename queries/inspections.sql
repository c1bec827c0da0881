-- title: Inspections that reports name
-- grain: one inspection, or several told together, of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   inspected_by varchar: as written
--   inspected varchar: whom, as written
--   units bigint (units): inspected
--   inspections bigint (inspections): that the row stands for
--   topic varchar
--   held_on date
--   held_month date: its first day, where only the month is said
--   planned boolean: NULL when not said
--   found varchar: what was found, as written
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   state varchar: confirmed or unconfirmed
--   illustrative boolean

with inspection as (
    select * from inspection_of_place($place, $only_confirmed) where period = $period
),
final as (
    select
        inspection.report_id, inspection.ordinal, inspection.unit_key, unit.name, unit.kind,
        inspection.inspected_by, inspection.inspected, inspection.units::bigint as units,
        coalesce(inspection.inspections, 1)::bigint as inspections, inspection.topic,
        inspection.held_on, inspection.held_month, inspection.planned, inspection.found,
        inspection.quote, inspection.sheet, inspection.cell, inspection.passage, inspection.state,
        inspection.illustrative
    from inspection
    join unit using (unit_key)
    order by coalesce(inspection.held_on, inspection.held_month) desc nulls last, unit.name,
        inspection.report_id, inspection.ordinal
)
select * from final
