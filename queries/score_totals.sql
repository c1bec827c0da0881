-- title: Totals of score sheets as reports name them, those of no known sheet too
-- grain: one unit's total on one sheet in one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report names it
--   name varchar: the name of the unit scored, where it is known; else that of the report's unit
--   kind varchar: its kind
--   scored varchar: the unit scored as written, where it is not known below the report's unit
--   sheet_name varchar: the score sheet as written
--   known boolean: a sheet of the catalogue, whose points count as figures
--   points double (points): as verified; NULL when only marked by the unit itself
--   maximum double (points)
--   self_points double (points): as the unit marked itself
--   mark varchar: as written
--   scored_on date
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   state varchar: confirmed or unconfirmed
--   illustrative boolean

with total as (
    select * from score_total_of_place($place, $only_confirmed) where period = $period
),
final as (
    select
        total.report_id, total.ordinal, total.unit_key, unit.name, unit.kind, 
        if(total.scored_key is null, total.unit, null) as scored,
        total.sheet_name, total.sheet is not null as known, total.points, total.maximum, total.self_points,
        total.mark, total.scored_on,
        total.quote, null::varchar as sheet, null::varchar as cell, total.passage, total.state,
        total.illustrative
    from total
    join unit on unit.unit_key = coalesce(total.scored_key, total.unit_key)
    order by total.sheet_name, coalesce(total.points, total.self_points) desc nulls last, unit.name,
        total.report_id, total.ordinal
)
select * from final
