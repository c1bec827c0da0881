-- Communes that have not reported, counted as they were a year before or as having nothing. As a score,
-- nothing is no point of the newest maximum known of the commune, else of the sheet's.

create or replace temp table counted_instead as
with missing as (
    select place_unit.unit_key, place_unit.vintage
    from silent join place_unit using (unit_key)
),
kind as (
    select coalesce(min(illustrative), false) as illustrative from reported_row
),
as_last_year as (
    select
        former.unit_key, former.scope, former.illustrative, former.indicator, former.counted_unit, former.kind,
        former.value, former.numerator, former.denominator, missing.vintage
    from measured_since_start as former
    join missing using (unit_key)
    where $missing = 'last_year' and former.period = $last_year and former.scope = 'whole_area'
      and former.only_confirmed = $only_confirmed
),
as_nothing as (
    select
        missing.unit_key, 'whole_area' as scope, kind.illustrative, indicator.code as indicator,
        if(contains(indicator.unit_vi, '|'), split_part(indicator.unit_vi, '|', 1), indicator.unit_vi)
            as counted_unit,
        indicator.kind, if(indicator.kind = 'ratio', null, 0)::double as value,
        if(indicator.kind = 'ratio', 0, null)::double as numerator,
        if(indicator.kind = 'ratio', 0, null)::double as denominator, missing.vintage
    from missing
    cross join kind
    cross join indicator
    where $missing = 'zero'
      and (indicator.kind in ('flow', 'stock') or (indicator.kind = 'ratio' and indicator.denominator is not null))
),
sheet as (
    select * from sheet_in_force($period)
),
largest as (
    select sheet.sheet, missing.unit_key, max_by(known.value, known.last_day) as value
    from missing
    cross join sheet
    join measured_other as known on known.unit_key = missing.unit_key and known.indicator = sheet.maximum_indicator
    group by sheet.sheet, missing.unit_key
),
points as (
    select
        missing.unit_key, 'whole_area' as scope, kind.illustrative,
        unnest([sheet.points_indicator, sheet.maximum_indicator]) as indicator, null::varchar as counted_unit,
        'score' as kind,
        unnest([0, coalesce(largest.value,
            (select sum(maximum) from score_criterion where score_criterion.sheet = sheet.sheet))]) as value,
        null::double as numerator, null::double as denominator, missing.vintage
    from missing
    cross join kind
    cross join sheet
    left join largest on largest.sheet = sheet.sheet and largest.unit_key = missing.unit_key
    where $missing = 'zero'
)
select
    *, $period as period, $only_confirmed as only_confirmed, 'commune' as level,
    period_first_day(period_year_of($period), period_name_of($period)) as first_day,
    period_last_day(period_year_of($period), period_name_of($period)) as last_day,
    false as starts_late, 'own' as basis, false as confirmed, false as approximate, true as computed,
    null::varchar as report_id, null::double as stated_value
from (
    select * from as_last_year
    union all by name select * from as_nothing
    union all by name select * from points
);
