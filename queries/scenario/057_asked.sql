-- What questions find under the names they ask: the period at hand as supposed, every other as it is.

create or replace temp view measured as
select * from measured_other
union all by name
select * from measured_still
union all by name
select * from measured_moved;

create or replace temp view area_read as
select * from area_other
union all by name
select * from area_still
union all by name
select * from area_moved;
