-- title: Models and commendations by commune
-- grain: one commune of the place
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   reported boolean: has any of these measures for the period
--   registered bigint (models)
--   recognised bigint (models)
--   effective bigint (models)
--   replicated bigint (models)
--   exemplary bigint (models)
--   collectives bigint (collectives commended)
--   individuals bigint (individuals commended)
--   base_registered bigint (models): NULL unless comparable
--   base_recognised bigint (models)
--   base_replicated bigint (models)
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   last_day date
--   older_period varchar

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
pair as (
    select *, not_comparable_because is null as is_base
    from unit_pair($place, $period, $base, $only_confirmed,
        wanted := ['mo_hinh_dang_ky', 'mo_hinh_cong_nhan', 'mo_hinh_hieu_qua', 'mo_hinh_nhan_rong',
            'mo_hinh_tieu_bieu', 'khen_thuong_tap_the', 'khen_thuong_ca_nhan'])
    where is_commune
),
by_unit as (
    select
        unit_key,
        max(value) filter (where indicator = 'mo_hinh_dang_ky') as registered,
        max(value) filter (where indicator = 'mo_hinh_cong_nhan') as recognised,
        max(value) filter (where indicator = 'mo_hinh_hieu_qua') as effective,
        max(value) filter (where indicator = 'mo_hinh_nhan_rong') as replicated,
        max(value) filter (where indicator = 'mo_hinh_tieu_bieu') as exemplary,
        max(value) filter (where indicator = 'khen_thuong_tap_the') as collectives,
        max(value) filter (where indicator = 'khen_thuong_ca_nhan') as individuals,
        max(base_value) filter (where is_base and indicator = 'mo_hinh_dang_ky') as base_registered,
        max(base_value) filter (where is_base and indicator = 'mo_hinh_cong_nhan') as base_recognised,
        max(base_value) filter (where is_base and indicator = 'mo_hinh_nhan_rong') as base_replicated,
        bool_and(confirmed) as confirmed, bool_or(illustrative) as illustrative, max(last_day) as last_day
    from pair
    group by unit_key
),
older as (
    select unit_key, max_by(period, last_day) as period
    from older_measure($place, $period, $only_confirmed)
    where indicator in ('mo_hinh_dang_ky', 'mo_hinh_cong_nhan', 'mo_hinh_hieu_qua',
        'mo_hinh_nhan_rong', 'mo_hinh_tieu_bieu', 'khen_thuong_tap_the', 'khen_thuong_ca_nhan')
    group by unit_key
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, commune.longitude, commune.latitude,
        found.unit_key is not null as reported,
        found.registered::bigint as registered,
        found.recognised::bigint as recognised,
        found.effective::bigint as effective,
        found.replicated::bigint as replicated,
        found.exemplary::bigint as exemplary,
        found.collectives::bigint as collectives,
        found.individuals::bigint as individuals,
        found.base_registered::bigint as base_registered,
        found.base_recognised::bigint as base_recognised,
        found.base_replicated::bigint as base_replicated,
        coalesce(found.confirmed, false) as confirmed, coalesce(found.illustrative, false) as illustrative,
        found.last_day,
        if(found.unit_key is null, older.period, null) as older_period
    from commune
    left join by_unit as found using (unit_key)
    left join older using (unit_key)
    order by found.recognised desc nulls last, commune.name, commune.unit_key
)
select * from final
