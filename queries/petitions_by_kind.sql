-- title: Petitions by kind
-- grain: one kind and unit counted
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   kind varchar: kn complaints, tc denunciations, kntc both together, knpa proposals and feedback
--   position integer: 1 to 4
--   received bigint (counted_unit)
--   accepted bigint (counted_unit): within competence, to be settled
--   settled bigint (counted_unit)
--   open bigint (counted_unit)
--   rate_percent double (%): settled of accepted
--   counted_unit varchar: đơn or vụ việc, never mixed
--   units_reported bigint
--   units_expected bigint
--   confirmed boolean
--   illustrative boolean

with kind as (
    select * from (values ('kn', 1), ('tc', 2), ('kntc', 3), ('knpa', 4)) as kind(kind, position)
),
measure as (
    select *, split_part(indicator, '_', 1) as of_kind
    from area_reading($place, $only_confirmed, 'reported')
    where period = $period
),
expected as (
    select count(*) as units from commune_of where place = $place
),
by_kind as (
    select
        of_kind as kind, counted_unit,
        max(value) filter (where indicator = of_kind || '_tiep_nhan') as received,
        max(value) filter (where indicator = of_kind || '_thuoc_tham_quyen') as accepted,
        max(value) filter (where indicator = of_kind || '_da_giai_quyet') as settled,
        max(value) filter (where indicator = of_kind || '_dang_giai_quyet') as open,
        count(distinct illustrative) = 1 as of_one_kind,
        max(units_reported) as units_reported,
        bool_and(confirmed) as confirmed, bool_or(illustrative) as illustrative
    from measure
    where indicator in (of_kind || '_tiep_nhan', of_kind || '_thuoc_tham_quyen', of_kind || '_da_giai_quyet',
        of_kind || '_dang_giai_quyet')
    group by of_kind, counted_unit
),
final as (
    select
        kind.kind, kind.position::integer as position,
        by_kind.received::bigint as received, by_kind.accepted::bigint as accepted,
        by_kind.settled::bigint as settled, by_kind.open::bigint as open,
        case when by_kind.of_one_kind then 100 * by_kind.settled / nullif(by_kind.accepted, 0) end
            as rate_percent,
        by_kind.counted_unit,
        by_kind.units_reported::bigint as units_reported, expected.units::bigint as units_expected,
        by_kind.confirmed, by_kind.illustrative
    from by_kind
    join kind using (kind)
    cross join expected
    order by kind.position, by_kind.counted_unit = 'đơn' desc, by_kind.counted_unit
)
select * from final
