-- Votes of households and dialogues stand in forms alone: the newest form of a unit and period has the list.

create or replace macro vote_of_place(place_key, confirmed_only) as table
select vote.*, report.unit_key, report.period, report.illustrative, 'form' as state
from vote
join report_of_place(place_key) as report using (report_id)
where report.confirmed or not confirmed_only
qualify dense_rank() over (
    partition by report.unit_key, report.period, report.scope
    order by report.illustrative, report.loaded_at desc, report_id) = 1;

create or replace macro dialogue_of_place(place_key, confirmed_only) as table
select dialogue.*, report.unit_key, report.period, report.illustrative, 'form' as state
from dialogue
join report_of_place(place_key) as report using (report_id)
where report.confirmed or not confirmed_only
qualify dense_rank() over (
    partition by report.unit_key, report.period, report.scope
    order by report.illustrative, report.loaded_at desc, report_id) = 1;
