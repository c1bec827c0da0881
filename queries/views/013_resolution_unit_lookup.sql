-- For which units a resolution holds: those it was made for and all in them, and, since units merged, whatever is
-- made of their communes. Nobody repealed a resolution by a merger; the file's valid_to says when it ends.

create or replace table resolution_unit as
with named as (
    select distinct resolution_place.resolution, place_unit.unit_key, place_unit.level
    from resolution_place
    join place_unit on place_unit.place = resolution_place.unit_key
),
made_of as (
    select
        named.resolution, predecessor.new_key as unit_key,
        count(*) = any_value(predecessor.predecessors) as whole
    from named
    join predecessor on predecessor.old_key = named.unit_key
    where named.level = 'commune'
    group by named.resolution, predecessor.new_key, predecessor.old_vintage
),
-- 2020 → 2025-07 may go by two lines of one vintage; where one of them is whole, it is
commune as (
    select resolution, unit_key, bool_or(whole) as whole
    from (
        select resolution, unit_key, true as whole from named where level = 'commune'
        union all
        select resolution, unit_key, whole from made_of
    )
    group by resolution, unit_key
),
-- larger units by their communes: wholly when each of them is
larger as (
    select
        commune.resolution, place_unit.place as unit_key,
        bool_and(commune.whole) and count(*) = any_value(expected.units) as whole
    from commune
    join place_unit on place_unit.unit_key = commune.unit_key and place_unit.place_level <> 'commune'
    join (
        select place, count(*) as units from place_unit where level = 'commune' group by place
    ) as expected on expected.place = place_unit.place
    group by commune.resolution, place_unit.place
)
select resolution, unit_key, whole, true as of_commune from commune
union all
select resolution, unit_key, whole, false from larger;
comment on table resolution_unit is 'one resolution and one unit it holds for; whole: for all of it';
