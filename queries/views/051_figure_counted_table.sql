-- Every figure that may count, and which one does, for all figures and for confirmed figures only.

create or replace table figure_counted as
select false as only_confirmed, * from figure_current_live(false)
union all
select true as only_confirmed, * from figure_current_live(true);
comment on table figure_counted is 'one figure that may count as a unit''s; chosen: it does';

create or replace macro figure_current(only_confirmed_figures) as table
select * exclude (only_confirmed, chosen) from figure_counted
where only_confirmed = only_confirmed_figures and chosen;
