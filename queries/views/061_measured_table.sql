-- Every measure of every unit, once for all figures and once for confirmed figures only.

create or replace table measured as
select * from measure_live(false)
union all by name
select * from measure_live(true);
comment on table measured is 'one measure of one unit for one period, scope and unit counted';

create or replace macro measure(only_confirmed_figures) as table
select * from measured where only_confirmed = only_confirmed_figures;
