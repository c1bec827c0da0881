-- title: Training and communication by commune
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
--   courses bigint (courses)
--   participants bigint (persons)
--   days double (days)
--   sessions bigint (sessions): communication sessions
--   people_reached bigint (persons)
--   base_courses bigint (courses): NULL unless comparable
--   base_participants bigint (persons)
--   population bigint (persons): NULL without a population file
--   per_thousand double (participants per 1,000 people): NULL without population
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
        wanted := ['tap_huan_lop', 'tap_huan_nguoi', 'tap_huan_ngay', 'tuyen_truyen_cuoc',
            'tuyen_truyen_luot_nguoi'])
    where is_commune
),
by_unit as (
    select
        unit_key,
        max(value) filter (where indicator = 'tap_huan_lop') as courses,
        max(value) filter (where indicator = 'tap_huan_nguoi') as participants,
        max(value) filter (where indicator = 'tap_huan_ngay') as days,
        max(value) filter (where indicator = 'tuyen_truyen_cuoc') as sessions,
        max(value) filter (where indicator = 'tuyen_truyen_luot_nguoi') as people_reached,
        max(base_value) filter (where is_base and indicator = 'tap_huan_lop') as base_courses,
        max(base_value) filter (where is_base and indicator = 'tap_huan_nguoi') as base_participants,
        bool_and(confirmed) as confirmed, bool_or(illustrative) as illustrative, max(last_day) as last_day
    from pair
    group by unit_key
),
older as (
    select unit_key, max_by(period, last_day) as period
    from older_measure($place, $period, $only_confirmed)
    where indicator in ('tap_huan_lop', 'tap_huan_nguoi', 'tap_huan_ngay', 'tuyen_truyen_cuoc',
        'tuyen_truyen_luot_nguoi')
    group by unit_key
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, commune.longitude, commune.latitude,
        found.unit_key is not null as reported,
        found.courses::bigint as courses,
        found.participants::bigint as participants,
        found.days as days,
        found.sessions::bigint as sessions,
        found.people_reached::bigint as people_reached,
        found.base_courses::bigint as base_courses,
        found.base_participants::bigint as base_participants,
        population.persons as population,
        1000 * found.participants / population.persons as per_thousand,
        coalesce(found.confirmed, false) as confirmed, coalesce(found.illustrative, false) as illustrative,
        found.last_day,
        if(found.unit_key is null, older.period, null) as older_period
    from commune
    left join by_unit as found using (unit_key)
    left join older using (unit_key)
    left join population_for($period) as population using (unit_key)
    order by found.courses desc nulls last, commune.name, commune.unit_key
)
select * from final
