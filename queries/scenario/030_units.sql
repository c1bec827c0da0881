-- Units left out are nowhere: not in the sum, not in its coverage, not on the map.

create or replace temp table left_out as
select unit_key from place_whole
where level = 'commune'
  and (list_contains($left_out::varchar[], unit_key)
       or ($without_silent and unit_key in (select unit_key from silent)));

create or replace temp table place_unit as
select * from place_whole anti join left_out using (unit_key);

create or replace temp table expected_units as
select place, vintage, count(*) as units from place_unit where level = 'commune' group by place, vintage;
