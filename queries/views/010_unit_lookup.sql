-- Which units lie in a place, itself among them, and which territory it has taken over. Vintages never mix: a
-- place of one vintage holds the units of that vintage only.

-- The whole country is a place, and no unit: nothing is reported of it that isn't of one of its units. Only of the
-- units in force, since what was before July 2025 is joined to them.
create or replace view country as
select
    vintage || ':VN' as unit_key, vintage, 'VN' as code, 'Việt Nam' as name, 'quốc gia' as kind,
    'country' as level, null::varchar as parent_key, vintage || ':VN' as province_key,
    null::double as longitude, null::double as latitude
from unit
where valid_to is null
group by vintage;
comment on view country is 'the whole country as one place';

create or replace table place_unit as
with pair as (
    select unit_key as place, level as place_level, unit_key, level, vintage from unit
    union all
    select above.unit_key, above.level, unit.unit_key, unit.level, unit.vintage
    from unit join unit as above on above.unit_key = unit.parent_key
    where unit.parent_key <> unit.province_key
    union all
    select above.unit_key, above.level, unit.unit_key, unit.level, unit.vintage
    from unit join unit as above on above.unit_key = unit.province_key
    where unit.unit_key <> unit.province_key
    union all
    select country.unit_key, country.level, unit.unit_key, unit.level, unit.vintage
    from unit join country using (vintage)
)
-- the sum reading of a place adds up its communes, and what the bodies above them report of themselves alone
select *, if(level = 'commune', 'whole_area', 'own_agency') as addend_scope
from pair
order by place, unit_key;
comment on table place_unit is 'one place (country, province, district, commune) and one unit in it';

-- Who a unit came from, in every earlier vintage: the succession between neighbouring vintages followed back.
create or replace table predecessor as
with recursive line(new_key, old_key, whole) as (
    select new_key, old_key, whole from unit_succession
    union all
    select line.new_key, earlier.old_key, line.whole and earlier.whole
    from line join unit_succession as earlier on earlier.new_key = line.old_key
),
pair as (
    select
        line.new_key, line.old_key,
        new_unit.vintage as new_vintage, old_unit.vintage as old_vintage,
        bool_and(line.whole) as whole
    from line
    join unit as new_unit on new_unit.unit_key = line.new_key
    join unit as old_unit on old_unit.unit_key = line.old_key
    group by all
)
select
    new_key, old_key, new_vintage, old_vintage,
    whole and count(*) over (partition by old_key, new_vintage) = 1 as whole,  -- nothing of it went elsewhere
    count(*) over (partition by old_key, new_vintage) as successors,
    count(*) over (partition by new_key, old_vintage) as predecessors
from pair
order by new_key, old_key;
comment on table predecessor is 'one unit and one unit of an earlier vintage whose territory it took over, wholly or in part';

-- Communes of other vintages on the ground of a place. One lies inside when all that it went into, or all that
-- it was made of, does; of one that reaches beyond, the share is unknown: it is never counted in part.
create or replace table territory as
with link as (
    select new_key as here, new_vintage as here_vintage, old_key as there, old_vintage as there_vintage
    from predecessor
    union all
    select old_key, old_vintage, new_key, new_vintage from predecessor
),
counted as (
    select *, count(*) over (partition by there, here_vintage) as links from link
)
select
    place_unit.place, any_value(place_unit.place_level) as place_level,
    counted.there as unit_key, counted.there_vintage as vintage,
    count(*) = any_value(counted.links) as inside
from place_unit
join counted on counted.here = place_unit.unit_key
where place_unit.level = 'commune'
group by place_unit.place, counted.there, counted.there_vintage
order by place_unit.place, counted.there;
comment on table territory is 'one place and one commune of another vintage that shares ground with it, wholly or in part';

create or replace table expected_units as
select place, vintage, count(*) as units from place_unit where level = 'commune' group by place, vintage
union all
select place, vintage, count(*) from territory where inside group by place, vintage;
comment on table expected_units is 'how many communes of one vintage should report for one place';
