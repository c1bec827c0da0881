-- Which communes lie in a place, and whose figures are added up for it. Vintages never mix: a place of one
-- vintage holds the units of that vintage only.

create or replace view commune_of as
select unit_key as place, unit_key, vintage from unit where level = 'commune'
union all
select parent_key, unit_key, vintage from unit
where level = 'commune' and parent_key is not null and parent_key <> province_key
union all
select province_key, unit_key, vintage from unit where level = 'commune';
comment on view commune_of is 'one place (province, district or the commune itself) and one commune in it';

create or replace view unit_in as
select place, unit_key, vintage from commune_of
union all
select unit_key, unit_key, vintage from unit where level <> 'commune'
union all
select province_key, unit_key, vintage from unit where level = 'district';
comment on view unit_in is 'one place and one unit of any level in it, itself among them';

-- The sum reading of a place: every commune in it, and what the bodies above them report of themselves alone.
create or replace view addend_of as
select place, unit_key, 'whole_area' as scope, true as is_commune from commune_of
union all
select unit_in.place, unit_in.unit_key, 'own_agency', false
from unit_in join unit on unit.unit_key = unit_in.unit_key
where unit.level <> 'commune';
comment on view addend_of is 'one place and one unit whose figures of that scope are added up for it';
