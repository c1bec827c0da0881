-- title: Score sheets in force in a period
-- grain: one score sheet
-- params:
--   period varchar: a named period, '2026-m09'
-- columns:
--   sheet varchar
--   name_vi varchar
--   name_en varchar
--   points_indicator varchar
--   maximum_indicator varchar
--   pass_percent double (%)
--   source varchar: the document that set it, or 'illustrative'
--   units bigint: units with points of it in the period

with in_force as (
    select * from sheet_in_force($period)
),
scored as (
    select indicator, count(distinct unit_key) as units
    from measured
    where not only_confirmed and period = $period
    group by indicator
),
final as (
    select
        in_force.sheet, in_force.name_vi, in_force.name_en, in_force.points_indicator,
        in_force.maximum_indicator, in_force.pass_percent, in_force.source,
        coalesce(scored.units, 0)::bigint as units
    from in_force
    left join scored on scored.indicator = in_force.points_indicator
    order by units desc, in_force.sheet
)
select * from final
