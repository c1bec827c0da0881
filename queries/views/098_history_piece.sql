-- One place's history on its own ground: what its communes of each vintage reported, whoever they were. Flows of
-- several units are added up, scores never. A period is complete when every commune that should have reported did
-- and nothing reaches beyond the place; else it stands for a part, and says whose figures it lacks.

-- The communes of every vintage that lie wholly in a place, and those of other vintages that reach beyond it.
create or replace macro ground_of(place_key) as table
select unit_key, vintage, true as inside from place_unit where place = place_key and level = 'commune'
union all
select unit_key, vintage, inside from territory where place = place_key;

-- Old units of a place that went, in whole or in part, into units that reach beyond it: after their end nothing of
-- theirs can be told apart.
create or replace macro merged_beyond(place_key) as table
select predecessor.old_key as unit_key
from predecessor join ground_of(place_key) as ground on ground.unit_key = predecessor.new_key
where not ground.inside;

-- What single units add. 'own': a report from the start of the period. In the year a unit was founded: 'late' its
-- own since then, 'adjoining' its predecessors' to the day before. 'agency': a body above communes of itself alone.
create or replace macro history_piece(place_key, wanted, confirmed_only) as table
with lived_on as (
    select other.unit_key
    from unit_line join unit_line as other using (line)
    where unit_line.unit_key = place_key
),
piece as (
    select
        measured.* exclude (only_confirmed, starts_late, report_id, stated_value),
        if(measured.scope = 'whole_area', 'own', 'agency') as piece
    from measured
    join (
        select unit_key, 'whole_area' as scope from ground_of(place_key) where inside
        union all
        select unit_key, addend_scope from place_unit where place = place_key and level <> 'commune'
    ) using (unit_key, scope)
    where measured.only_confirmed = confirmed_only and not measured.starts_late
      and measured.indicator = wanted
    union all by name
    select contribution.* exclude (only_confirmed, series_vintage)
    from contribution
    join ground_of(place_key) as ground using (unit_key)
    where ground.inside and contribution.only_confirmed = confirmed_only and contribution.indicator = wanted
      and (contribution.piece = 'late'
           or (contribution.piece = 'adjoining' and unit_key not in (from merged_beyond(place_key))))
),
usable as (
    select * from piece
    where period_months(period) is not null
      and (kind <> 'score' or unit_key in (from lived_on))
      and (kind <> 'ratio' or denominator is not null or unit_key in (from lived_on))
    qualify not illustrative or not bool_or(not illustrative) over (partition by period)
),
-- the unit counted by most, where the indicator leaves it open
counted as (
    select counted_unit from usable group by counted_unit order by count(*) desc, counted_unit = 'đơn' desc limit 1
)
select usable.* from usable join counted on counted.counted_unit is not distinct from usable.counted_unit;
