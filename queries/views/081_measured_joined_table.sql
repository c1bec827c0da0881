-- A unit's measures joined from all its predecessors, when each went into it wholly and each reported. Anything
-- less is no base for that unit.

create or replace table measured_joined as
with for_unit as (
    select contribution.*, unit_key as for_key, true as whole, 0 as predecessors
    from contribution
    where piece = 'late'
    union all by name
    select contribution.*, predecessor.new_key as for_key, predecessor.whole, predecessor.predecessors
    from contribution
    join predecessor
        on predecessor.old_key = contribution.unit_key
        and predecessor.new_vintage = contribution.series_vintage
    where contribution.piece in ('old', 'adjoining')
),
gathered as (
    select
        only_confirmed, for_key as unit_key, scope, period, indicator, counted_unit, illustrative,
        any_value(kind) as kind,
        sum(value) as value, sum(numerator) as numerator, sum(denominator) as denominator,
        null::double as stated_value,
        max(basis) as basis, bool_and(confirmed) as confirmed, bool_or(approximate) as approximate,
        bool_or(computed) as computed, min(first_day) as first_day, max(last_day) as last_day,
        count(*) as contributors,
        count(*) filter (where piece = 'late') as late_pieces,
        count(*) filter (where piece in ('old', 'adjoining')) as old_pieces,
        count(*) filter (where piece = 'adjoining') as adjoining_pieces,
        bool_and(whole) as whole,
        max(predecessors) as predecessors,
        count(distinct first_day) filter (where piece = 'old') as first_days
    from for_unit
    group by only_confirmed, for_key, scope, period, indicator, counted_unit, illustrative
),
complete as (
    select *
    from gathered
    where (late_pieces = 1 and kind in ('stock', 'score') and old_pieces = 0)
       or (whole and old_pieces = predecessors
           and if(adjoining_pieces > 0, late_pieces = 1, late_pieces = 0 and first_days = 1))
)
select
    * exclude (late_pieces, old_pieces, adjoining_pieces, whole, predecessors, first_days) replace (
        if(kind = 'ratio', 100 * numerator / nullif(denominator, 0), value) as value),
    true as joined
from complete;
comment on table measured_joined is 'one measure of one unit for one period, joined from its predecessors'' reports';

create or replace view measured_since_start as
select
    only_confirmed, unit_key, scope, period, indicator, counted_unit, illustrative, kind, value, numerator,
    denominator, stated_value, basis, confirmed, approximate, computed, first_day, last_day, 1 as contributors,
    false as joined
from measured
where not starts_late
union all by name
select * from measured_joined;
comment on view measured_since_start is 'one measure of one unit for one period counted from the start of the year';
