-- Who a unit came from, in every earlier vintage: the succession between neighbouring vintages followed back.

create or replace table predecessor as
with recursive line(new_key, old_key, whole) as (
    select new_key, old_key, whole from unit_succession
    union all
    select line.new_key, earlier.old_key, line.whole and earlier.whole
    from line join unit_succession as earlier on earlier.new_key = line.old_key
),
pair as (
    select
        line.new_key, line.old_key,
        new_unit.vintage as new_vintage, old_unit.vintage as old_vintage,
        bool_and(line.whole) as whole
    from line
    join unit as new_unit on new_unit.unit_key = line.new_key
    join unit as old_unit on old_unit.unit_key = line.old_key
    group by all
)
select
    new_key, old_key, new_vintage, old_vintage,
    whole and count(*) over (partition by old_key, new_vintage) = 1 as whole,  -- nothing of it went elsewhere
    count(*) over (partition by old_key, new_vintage) as successors,
    count(*) over (partition by new_key, old_vintage) as predecessors
from pair;
comment on table predecessor is 'one unit and one unit of an earlier vintage whose territory it took over, wholly or in part';
