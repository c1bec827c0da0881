-- Another pass mark: the lowest mark that passes begins there, and no mark above it earlier.

create or replace temp table moved_mark as
select unnest($mark_sheets::varchar[]) as sheet, unnest($mark_percents::double[]) as pass_percent;

create or replace temp table score_sheet as
select sheet_as_it_is.* replace (coalesce(moved_mark.pass_percent, sheet_as_it_is.pass_percent) as pass_percent)
from sheet_as_it_is
left join moved_mark using (sheet);

create or replace temp table score_mark as
select
    mark_as_it_is.* replace (
        case
            when moved_mark.sheet is null or not mark_as_it_is.passes then mark_as_it_is.from_percent
            when mark_as_it_is.position = max(mark_as_it_is.position) filter (where mark_as_it_is.passes)
                over (partition by mark_as_it_is.sheet) then moved_mark.pass_percent
            else greatest(mark_as_it_is.from_percent, moved_mark.pass_percent)
        end as from_percent)
from mark_as_it_is
left join moved_mark using (sheet);
