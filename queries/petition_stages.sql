-- title: The way of petitions: received, eligible, accepted, settled, open
-- grain: one stage
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   stage varchar: received, eligible, accepted, settled, open_in_time, overdue
--   position integer: 1 to 6
--   value bigint (petitions): NULL when missing
--   indicator varchar: the code behind the stage
--   units_reported bigint
--   units_expected bigint
--   confirmed boolean
--   illustrative boolean
--   basis varchar: own, sum, reported_above

with stage as (
    select *
    from (
        values
            ('received', 1, 'don_tiep_nhan'), ('eligible', 2, 'don_du_dieu_kien'),
            ('accepted', 3, 'don_thu_ly'), ('settled', 4, 'don_da_giai_quyet'),
            ('open_in_time', 5, 'don_trong_han'), ('overdue', 6, 'don_qua_han')
    ) as stage(stage, position, indicator)
),
measure as (
    select * from area_reading($place, $only_confirmed, 'reported') where period = $period
),
expected as (
    select count(*) as units from commune_of where place = $place
),
final as (
    select
        stage.stage, stage.position::integer as position,
        measure.value::bigint as value, stage.indicator,
        coalesce(measure.units_reported, 0)::bigint as units_reported,
        expected.units::bigint as units_expected,
        coalesce(measure.confirmed, false) as confirmed,
        coalesce(measure.illustrative, false) as illustrative,
        measure.basis
    from stage
    cross join expected
    left join measure on measure.indicator = stage.indicator
    order by stage.position
)
select * from final
