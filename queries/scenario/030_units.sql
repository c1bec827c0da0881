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

-- What each commune has to settle: overdue, open at all, and accepted but not settled.
create or replace temp table petition as
select
    unit_key,
    max(value) filter (where indicator = 'don_qua_han') as overdue,
    coalesce(max(value) filter (where indicator = 'don_dang_giai_quyet'),
        sum(value) filter (where indicator in ('don_qua_han', 'don_trong_han'))) as open,
    max(denominator - numerator) filter (where indicator = 'ty_le_giai_quyet') as unsettled
from reported_row
join place_unit using (unit_key)
where reported_row.level = 'commune' and reported_row.scope = 'whole_area'
  and illustrative = (select min(illustrative) from reported_row where level = 'commune')
group by unit_key;
