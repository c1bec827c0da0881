-- How many more petitions each unit has settled. Of a commune never more than it has open, nor more than it
-- accepted and has not settled. Where all communes are meant, those with the most come first. The whole-area
-- reports of the bodies above move by what their communes move.

delete from settlement;

insert into settlement
select
    unnest($settled_units::varchar[]) as unit_key, unnest($settled_which::varchar[]) as which,
    unnest($settled_counts::bigint[]) as wanted;

delete from settled_more;

insert into settled_more
with available as (
    select
        petition.unit_key, settlement.which, settlement.wanted, petition.overdue,
        settlement.unit_key = 'all' as anywhere,
        greatest(0, least(
            if(settlement.which = 'overdue', petition.overdue, petition.open), petition.unsettled)) as most
    from petition
    join settlement
        on settlement.unit_key = petition.unit_key
        or (settlement.unit_key = 'all' and petition.unit_key not in (select unit_key from settlement))
),
taken as (
    select
        *,
        sum(most) over (
            partition by anywhere, which order by most desc nulls last, unit_key
            rows between unbounded preceding and current row) - most as before
    from available
    where most > 0
),
of_commune as (
    select
        unit_key, which,
        greatest(0, least(most, coalesce(wanted - if(anywhere, before, 0), most))) as settled,
        least(settled, coalesce(overdue, 0)) as overdue
    from taken
),
above as (
    select of_commune.*, unnest(list_distinct([unit.parent_key, (select any_value(place) from place_whole)])) as body
    from of_commune
    join unit using (unit_key)
    where unit.unit_key <> (select any_value(place) from place_whole)
)
select unit_key, which, settled, overdue, settled - overdue as in_time, true as is_commune
from of_commune where settled > 0
union all
select body, null, sum(settled), sum(overdue), sum(settled - overdue), false
from above where settled > 0
group by body;
