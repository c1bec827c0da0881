-- title: Chosen measures of a place for a period, as it is read
-- grain: one indicator
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
--   indicators varchar[]: codes of the catalogue; ratios too
-- columns:
--   indicator varchar: code
--   value double (indicator's unit; % for ratios): NULL when missing
--   numerator double
--   denominator double
--   counted_unit varchar
--   basis varchar: own, sum, reported_above; NULL when missing
--   units_reported bigint: communes with this measure
--   units_expected bigint: communes of the place
--   confirmed boolean
--   illustrative boolean

with wanted as (
    select unnest($indicators) as indicator
),
measure as (
    select * from area_reading($place, $only_confirmed, 'reported') where period = $period
),
expected as (
    select count(*) as units from commune_of where place = $place
),
final as (
    select
        wanted.indicator, measure.value, measure.numerator, measure.denominator, measure.counted_unit,
        measure.basis,
        coalesce(measure.units_reported, 0)::bigint as units_reported,
        expected.units::bigint as units_expected,
        coalesce(measure.confirmed, false) as confirmed,
        coalesce(measure.illustrative, false) as illustrative
    from wanted
    cross join expected
    left join measure using (indicator)
    qualify row_number() over (
        partition by wanted.indicator
        order by measure.units_reported desc nulls last, measure.counted_unit = 'đơn' desc) = 1
    order by wanted.indicator
)
select * from final
