-- One name for a unit that went on under another key: neither merged nor split from one vintage to the next.

create or replace table unit_line as
with went_on as (
    select old_key as unit_key, arg_max(new_key, new_vintage) as line
    from predecessor
    where whole and predecessors = 1 and successors = 1
    group by old_key
)
select unit.unit_key, coalesce(went_on.line, unit.unit_key) as line
from unit
left join went_on using (unit_key);
comment on table unit_line is 'one unit and the key that it and those it simply continues share';
