-- title: Resolutions, plans and drafts that hold for a place or communes of it
-- grain: one resolution
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   resolution varchar: a code of data/reference/resolutions
--   kind varchar: resolution, plan, draft
--   number varchar: NULL for none yet
--   title_vi varchar
--   title_en varchar
--   issuer_vi varchar
--   issuer_en varchar
--   issued_on date
--   valid_from date
--   valid_to date
--   carries_out varchar: the resolution that a plan carries out
--   read_in_vi varchar: what the summary was made from
--   read_in_en varchar
--   in_force boolean: on a day of the period
--   whole boolean: it holds for all of the place
--   inherited boolean: it was made for units that the place or its communes came from
--   communes bigint: of the place, that it holds for
--   communes_expected bigint: of the place

with commune as (
    select
        resolution_unit.resolution, count(*) as communes, bool_and(resolution_unit.whole) as whole
    from resolution_unit
    join commune_of on commune_of.unit_key = resolution_unit.unit_key and commune_of.place = $place
    group by resolution_unit.resolution
),
expected as (
    select count(*) as communes from commune_of where place = $place
),
named as (
    select resolution, list(split_part(unit_key, ':', 1)) as vintages from resolution_place group by resolution
),
final as (
    select
        resolution.* exclude (position, carries_out, read_in_vi, read_in_en), resolution.carries_out,
        resolution.read_in_vi, resolution.read_in_en,
        coalesce(
            resolution.valid_from
                <= period_last_day(period_year_of($period), period_name_of($period))
            and coalesce(resolution.valid_to, date '9999-12-31')
                >= period_first_day(period_year_of($period), period_name_of($period)), false) as in_force,
        commune.whole and commune.communes = expected.communes as whole,
        not list_contains(named.vintages, split_part($place, ':', 1)) as inherited,
        commune.communes::bigint as communes, expected.communes::bigint as communes_expected
    from resolution
    join commune using (resolution)
    join named using (resolution)
    cross join expected
    order by in_force desc, resolution.kind = 'draft', resolution.kind = 'plan', resolution.issued_on desc,
        resolution.resolution
)
select * from final
