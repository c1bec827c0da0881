-- title: Points by criterion
-- grain: one criterion of one unit
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   sheet varchar: a score sheet in force
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   criterion varchar
--   position integer
--   points double (points): NULL when not scored
--   maximum double (points): what applies to the unit; NULL or 0 when it does not apply
--   share_percent double (%)
--   self_points double (points): as the unit marked itself; NULL: not said
--   council_points double (points): as the appraisal council gave
--   evidence varchar: documents that show it, as written
--   report_id varchar
--   quote varchar: the words it was read from
--   sheet varchar
--   cell varchar
--   passage integer: number of the passage in its report
--   illustrative boolean

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
scored as (
    select * from criterion_score($place, $period, $sheet)
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, scored.criterion, scored.position,
        scored.points, scored.maximum,
        100 * scored.points / nullif(scored.maximum, 0) as share_percent,
        scored.self_points, scored.council_points, scored.evidence,
        scored.report_id, scored.quote, scored.sheet_name as sheet, scored.cell, scored.passage,
        scored.illustrative
    from commune
    join scored using (unit_key)
    order by commune.name, commune.unit_key, scored.position, scored.criterion
)
select * from final
