-- What own agencies and communes of a province or district sum up to. Series 'reported' has what reports of that
-- very period say. Series 'from_start' counts a period from the start of the year on the place's territory, and
-- is kept where that differs: where predecessors stand for units (see 070). The measures are those of a table named:
-- all of them here, under a scenario those that it moves (queries/scenario).

create or replace macro area_sum_of(measures) as table
with reported as (
    select
        place_unit.place, 'reported' as series, measured.*, 'own' as piece,
        measured.level = 'commune' as is_commune
    from query_table(measures) as measured
    join place_unit
        on place_unit.unit_key = measured.unit_key and place_unit.addend_scope = measured.scope
    where place_unit.place_level <> 'commune'
),
joined_piece as (
    select territory.place, contribution.* exclude (series_vintage), contribution.piece = 'old' as is_commune
    from contribution
    join territory on territory.unit_key = contribution.unit_key
    where territory.inside and territory.place_level <> 'commune'
      and contribution.piece in ('old', 'adjoining')
      and contribution.series_vintage = split_part(territory.place, ':', 1)
    union all by name
    select place_unit.place, contribution.* exclude (series_vintage), true as is_commune
    from contribution
    join place_unit
        on place_unit.unit_key = contribution.unit_key and place_unit.addend_scope = contribution.scope
    where contribution.piece = 'late' and place_unit.place_level <> 'commune'
),
joined_period as (
    select distinct place, period from joined_piece
),
part as (
    select * from reported
    union all by name
    select reported.* replace ('from_start' as series)
    from reported
    join joined_period using (place, period)
    where not reported.starts_late
    union all by name
    select *, 'from_start' as series from joined_piece
),
-- A sum holds one kind only: the real ones as soon as one unit's figure of that period is real.
real_period as (
    select distinct only_confirmed, series, place, period, true as is_real from part where not illustrative
),
of_one_kind as (
    select part.*
    from part
    left join real_period using (only_confirmed, series, place, period)
    left join indicator on indicator.code = part.indicator
    where (not part.illustrative or real_period.is_real is null)
      and (part.kind <> 'ratio' or part.denominator is not null or indicator.denominator is null)
),
summed as (
    select
        only_confirmed, series, place, period, indicator, counted_unit,
        any_value(kind) as kind, max(vintage) as vintage,
        quotient_or_sum(any_value(kind), sum(value), sum(numerator) filter (where denominator is not null),
            sum(denominator)) as value,
        if(any_value(kind) = 'ratio', sum(numerator) filter (where denominator is not null), null) as numerator,
        if(any_value(kind) = 'ratio', sum(denominator), null) as denominator,
        count(*) filter (where is_commune) as units_reported,
        count(*) filter (where is_commune and value = 0) as units_zero,
        count(*) as units,
        bool_and(confirmed) as confirmed, any_value(illustrative) as illustrative,
        bool_or(approximate) as approximate, bool_or(computed) as computed,
        bool_or(piece in ('old', 'adjoining')) as joined,
        min(first_day) as first_day, max(last_day) as last_day
    from of_one_kind
    group by only_confirmed, series, place, period, indicator, counted_unit
)
select summed.*, expected_units.units as units_expected
from summed
left join expected_units using (place, vintage);

create or replace table area_sum as from area_sum_of('measured');
comment on table area_sum is 'one measure of one place for one period, summed from the units in it';
