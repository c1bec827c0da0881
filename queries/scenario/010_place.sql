-- What a scenario is laid over: the rows of the place at hand, taken from the published copy once. The tables
-- are temporary and bear the names of those that questions ask, so that every question finds them first.

create temp table place_whole as
select * from place_unit where place = $place;

create temp table reported_row as
select measured.* from measured join place_whole using (unit_key)
where measured.period = $period and measured.only_confirmed = $only_confirmed;

create temp table measured_other as
select measured.* from measured join place_whole using (unit_key)
where measured.period <> $period and measured.only_confirmed = $only_confirmed;

create temp table area_other as
select * from area_read
where place = $place and only_confirmed = $only_confirmed
  and (period <> $period or series <> 'reported');

-- the communes that are silent: no report of theirs counts for the period, and no body above reports of them
create temp table silent as
select unit_key from place_whole
where level = 'commune'
  and unit_key not in (select unit_key from report_standing where standing and period = $period)
  and unit_key not in (select unit_key from reported_row);

-- Series joined across vintages stay as they are published: of the period at hand there is only what it says.
create temp table contribution as select * from contribution where false;
create temp table territory as select * from territory where false;

-- What a slider fills anew at each move. These are emptied and filled, not made: as long as no table is made,
-- what fills them needs no planning again.
create temp table settlement (unit_key varchar, which varchar, wanted bigint);
create temp table settled_more (
    unit_key varchar, which varchar, settled double, overdue double, in_time double, is_commune boolean);
create temp table measured_moved as select * from reported_row where false;
create temp table area_moved as select * from area_other where false;
create temp view area_sum_moved as from area_sum_of('measured_moved');
