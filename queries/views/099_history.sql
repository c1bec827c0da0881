-- One place's history on its own ground. Flows of several units are added up, scores never. A period is complete
-- when every commune that should have reported did and nothing reaches beyond the place; else it stands for a
-- part, and says whose figures it lacks.

create or replace macro history(place_key, wanted, confirmed_only) as table
with piece as materialized (
    select * from history_piece(place_key, wanted, confirmed_only)
),
ground as materialized (
    from ground_of(place_key)
),
vintage as (
    select vintage, any_value(valid_from) as valid_from, any_value(valid_to) as valid_to
    from unit group by vintage
),
period as (
    select
        period, any_value(kind) as kind,
        period_first_day(period_year_of(period), period_name_of(period)) as begins,
        period_last_day(period_year_of(period), period_name_of(period)) as ends
    from piece group by period
),
-- what new communes that report from their founding on were made of
made_of as (
    select
        piece.period, predecessor.old_key,
        count(distinct piece.unit_key) = any_value(predecessor.successors) as all_of_it
    from piece join predecessor on predecessor.new_key = piece.unit_key
    where piece.piece = 'late' and piece.kind in ('flow', 'ratio')
      and predecessor.old_key not in (from merged_beyond(place_key))
    group by piece.period, predecessor.old_key
),
-- who should be behind a period: the communes of its last day, and of its first day those that became new ones
expected as (
    select period.period, ground.unit_key, ground.inside, true as at_its_end
    from period
    join vintage on period.ends between vintage.valid_from and coalesce(vintage.valid_to, period.ends)
    join ground on ground.vintage = vintage.vintage
    where period.kind <> 'score'
    union all
    select period.period, ground.unit_key, ground.inside, false
    from period
    join vintage on period.begins between vintage.valid_from and vintage.valid_to
        and period.ends > vintage.valid_to
    join ground on ground.vintage = vintage.vintage
    join made_of on made_of.period = period.period and made_of.old_key = ground.unit_key
        and (made_of.all_of_it or not ground.inside)
),
behind as (
    select
        expected.*,
        exists (
            from piece where piece.period = expected.period and piece.unit_key = expected.unit_key
        ) as reported
    from expected
),
coverage as (
    select
        period,
        count(*) filter (where at_its_end and inside and reported) as units_reported,
        count(*) filter (where at_its_end and inside) as units_expected,
        list(unit_key order by unit_key) filter (where reported) as reporting,
        list(unit_key order by unit_key) filter (where inside and not reported) as missing,
        list(unit_key order by unit_key) filter (where not inside) as divided
    from behind
    group by period
),
summed as (
    select
        period, any_value(kind) as kind, any_value(counted_unit) as counted_unit,
        if(count(*) = 1, any_value(value),
            quotient_or_sum(any_value(kind), sum(value), sum(numerator), sum(denominator))) as value,
        if(any_value(kind) = 'ratio', sum(numerator), null) as numerator,
        if(any_value(kind) = 'ratio', sum(denominator), null) as denominator,
        max(last_day) as last_day,
        bool_or(piece = 'adjoining' or vintage <> split_part(place_key, ':', 1)) as joined,
        bool_or(piece = 'adjoining') as across,
        count(distinct first_day) filter (where piece = 'own') <= 1 as same_days,
        bool_and(confirmed) as confirmed, any_value(illustrative) as illustrative,
        bool_or(approximate) as approximate, bool_or(computed) as computed
    from piece
    group by period
),
-- the area's own report goes first, as in every reading of it
own_report as (
    select period, value, numerator, denominator, last_day, confirmed, illustrative, approximate, computed
    from area_reading(place_key, confirmed_only, 'from_start')
    where indicator = wanted and basis <> 'sum' and units_expected is distinct from 1
      and period_months(period) is not null
)
select
    period, coalesce(own_report.value, summed.value) as value,
    if(own_report.value is null, summed.numerator, own_report.numerator) as numerator,
    if(own_report.value is null, summed.denominator, own_report.denominator) as denominator,
    summed.kind, summed.counted_unit, coalesce(own_report.last_day, summed.last_day) as last_day,
    if(own_report.value is null, 'sum', 'own') as basis,
    coalesce(coverage.units_reported, 1) as units_reported,
    coalesce(coverage.units_expected, 1) as units_expected,
    if(own_report.value is null, coalesce(coverage.reporting, [place_key]), [place_key]) as reporting,
    if(own_report.value is null, coalesce(coverage.missing, []), []) as missing,
    if(own_report.value is null, coalesce(coverage.divided, []), []) as divided,
    own_report.value is null and summed.joined as joined,
    own_report.value is null and summed.across as across,
    own_report.value is not null or summed.same_days as same_days,
    coalesce(own_report.confirmed, summed.confirmed) as confirmed,
    coalesce(own_report.illustrative, summed.illustrative) as illustrative,
    coalesce(own_report.approximate, summed.approximate) as approximate,
    coalesce(own_report.computed, summed.computed) as computed
from summed
full join own_report using (period)
left join coverage using (period);
