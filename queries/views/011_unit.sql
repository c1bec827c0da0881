create or replace view commune_of as
select place, unit_key, vintage from place_unit where level = 'commune';
comment on view commune_of is 'one place and one commune in it, itself if it is one';
