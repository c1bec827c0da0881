-- title: Reception of citizens: all, regular, by leaders
-- grain: one kind
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   kind varchar: all, regular, leaders, scheduled, unscheduled
--   position integer: 1 to 5
--   visits bigint (visits)
--   persons bigint (persons)
--   matters bigint (matters)
--   base_visits bigint (visits): NULL unless comparable
--   base_persons bigint (persons)
--   base_matters bigint (matters)
--   units_reported bigint
--   units_expected bigint
--   confirmed boolean
--   illustrative boolean

with kind as (
    select *
    from (
        values
            ('all', 1, 'tcd_luot', 'tcd_nguoi', 'tcd_vu_viec'),
            ('regular', 2, 'tcd_thuong_xuyen_luot', 'tcd_thuong_xuyen_nguoi', 'tcd_thuong_xuyen_vu_viec'),
            ('leaders', 3, 'tcd_lanh_dao_luot', 'tcd_lanh_dao_nguoi', 'tcd_lanh_dao_vu_viec'),
            ('scheduled', 4, 'tcd_dinh_ky_luot', 'tcd_dinh_ky_nguoi', null),
            ('unscheduled', 5, 'tcd_dot_xuat_luot', null, null)
    ) as kind(kind, position, visits, persons, matters)
),
measure as (
    select *
    from area_compared($place, $period, $base, $only_confirmed,
        wanted := ['tcd_luot', 'tcd_nguoi', 'tcd_vu_viec', 'tcd_thuong_xuyen_luot', 'tcd_thuong_xuyen_nguoi',
            'tcd_thuong_xuyen_vu_viec', 'tcd_lanh_dao_luot', 'tcd_lanh_dao_nguoi', 'tcd_lanh_dao_vu_viec',
            'tcd_dinh_ky_luot', 'tcd_dinh_ky_nguoi', 'tcd_dot_xuat_luot'])
),
final as (
    select
        kind.kind, kind.position::integer as position,
        max(measure.value) filter (where measure.indicator = kind.visits)::bigint as visits,
        max(measure.value) filter (where measure.indicator = kind.persons)::bigint as persons,
        max(measure.value) filter (where measure.indicator = kind.matters)::bigint as matters,
        max(measure.comparable_base) filter (where measure.indicator = kind.visits)::bigint as base_visits,
        max(measure.comparable_base) filter (where measure.indicator = kind.persons)::bigint as base_persons,
        max(measure.comparable_base) filter (where measure.indicator = kind.matters)::bigint as base_matters,
        coalesce(max(measure.units_reported), 0)::bigint as units_reported,
        max(measure.units_expected)::bigint as units_expected,
        coalesce(bool_and(measure.confirmed) filter (where measure.value is not null), false) as confirmed,
        coalesce(bool_or(measure.illustrative) filter (where measure.value is not null), false)
            as illustrative
    from kind
    left join measure on measure.indicator in (kind.visits, kind.persons, kind.matters)
    group by kind.kind, kind.position, kind.visits
    order by kind.position
)
select * from final
