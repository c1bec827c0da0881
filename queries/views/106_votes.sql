-- Votes of households and dialogues stand in forms alone: the newest form of a unit and period has the list.

create or replace macro form_list_of_place(list_name, place_key, confirmed_only) as table
select list.*, report.unit_key, report.period, report.illustrative, 'form' as state
from query_table(list_name) as list
join report_of_place(place_key) as report using (report_id)
where report.confirmed or not confirmed_only
qualify dense_rank() over (
    partition by report.unit_key, report.period, report.scope
    order by report.illustrative, report.loaded_at desc, report_id) = 1;
