-- title: What was counted for each 10,000 inhabitants, by commune
-- grain: one commune of the place with a count and inhabitants
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
--   indicator varchar: a flow or stock of the catalogue
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   events double (indicator's unit)
--   persons bigint (persons): inhabitants
--   population_year integer: the year they are of
--   population_source varchar: as the population file says
--   per_10000 double (indicator's unit per 10,000 inhabitants)
--   low_per_10000 double (as per_10000): lower end of the 95 % interval (Poisson, Byar)
--   high_per_10000 double (as per_10000): upper end
--   whole_per_10000 double (as per_10000): all these communes together, those of the other kind of report left out
--   standing varchar: below, above: the interval leaves whole_per_10000 out; within; NULL when small
--   small boolean: fewer than 20 events
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   without_population bigint: communes with a count and no inhabitants known

with found as (
    select *
    from unit_pair($place, $period, null, $only_confirmed, wanted := [$indicator])
    where is_commune and value >= 0
    qualify row_number() over (
        partition by unit_key order by coalesce(counted_unit, 'đơn') = 'đơn' desc, value desc) = 1
),
of_one_kind as (
    select *, illustrative = min(illustrative) over () as of_kind from found
),
counted as (
    select
        of_one_kind.*, population.year, population.persons, population.source,
        count(*) over () - count(population.persons) over () as without_population
    from of_one_kind
    left join population_for($period) as population using (unit_key)
),
whole as (
    select 10000 * sum(value) / sum(persons) as per_10000 from counted where of_kind and persons is not null
),
rated as (
    select
        *, 10000 * value / persons as per_10000,
        10000 * byar_low(value) / persons as low_per_10000,
        10000 * byar_high(value) / persons as high_per_10000,
        is_small(value) as small
    from counted
    where persons is not null
),
final as (
    select
        unit_key, unit.name, unit.kind, rated.value as events, rated.persons, rated.year as population_year,
        rated.source as population_source, rated.per_10000, rated.low_per_10000, rated.high_per_10000,
        whole.per_10000 as whole_per_10000,
        case
            when rated.small or not rated.of_kind then null
            when rated.high_per_10000 < whole.per_10000 then 'below'
            when rated.low_per_10000 > whole.per_10000 then 'above'
            else 'within'
        end as standing,
        rated.small, rated.confirmed, rated.illustrative, rated.without_population::bigint as without_population
    from rated
    join unit using (unit_key)
    cross join whole
    order by rated.per_10000 desc, unit.name, unit_key
)
select * from final
