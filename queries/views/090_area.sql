-- A place's measures: what its whole-area report says and what own agencies and communes sum up to are two
-- readings, never added. Series 'reported' has what reports of that very period say; 'from_start' counts each
-- period from the start of the year on the place's territory, joined across vintages (see 070).

-- Units of earlier vintages that went into communes of the place and nowhere else.
create or replace macro territory_of(place_key) as table
select predecessor.old_key as unit_key, predecessor.old_vintage as vintage
from predecessor
left join commune_of as inside on inside.unit_key = predecessor.new_key and inside.place = place_key
where predecessor.new_vintage = split_part(place_key, ':', 1)
group by predecessor.old_key, predecessor.old_vintage
having bool_and(inside.unit_key is not null);

create or replace macro area_part(place_key, confirmed_only, series) as table
with addend as (
    select unit_key, scope, is_commune from addend_of where place = place_key
),
reported as (
    select measured.*, addend.is_commune, 'own' as piece
    from measured
    join addend using (unit_key, scope)
    where measured.only_confirmed = confirmed_only and series = 'reported'
),
since_start as (
    select measured.*, addend.is_commune, 'own' as piece
    from measured
    join addend using (unit_key, scope)
    where measured.only_confirmed = confirmed_only and series = 'from_start' and not measured.starts_late
    union all by name
    select contribution.* exclude (series_vintage), addend.is_commune
    from contribution
    join addend using (unit_key, scope)
    where contribution.only_confirmed = confirmed_only and series = 'from_start'
      and contribution.piece = 'late'
),
of_predecessors as (
    select contribution.* exclude (series_vintage), contribution.piece = 'old' as is_commune
    from contribution
    join territory_of(place_key) as territory using (unit_key)
    where contribution.only_confirmed = confirmed_only and series = 'from_start'
      and contribution.piece in ('old', 'adjoining')
      and contribution.series_vintage = split_part(place_key, ':', 1)
)
select * from reported
union all by name select * from since_start
union all by name select * from of_predecessors;

-- A sum holds one kind only: the real ones as soon as one unit's figure of that period is real.
create or replace macro area_sum(place_key, confirmed_only, series) as table
with part as (
    select * from area_part(place_key, confirmed_only, series)
),
real_period as (
    select distinct period from part where not illustrative
),
of_one_kind as (
    select * from part
    where not illustrative or period not in (from real_period)
),
expected as (
    select split_part(place_key, ':', 1) as vintage, count(*) as units from commune_of where place = place_key
    union all
    select vintage, count(*) from territory_of(place_key) where series = 'from_start' group by vintage
),
summed as (
    select
        part.period, part.indicator, part.counted_unit,
        any_value(part.kind) as kind,
        max(part.vintage) as vintage, max(part.basis) as basis,
        case any_value(part.kind)
            when 'ratio' then 100 * sum(part.numerator) / nullif(sum(part.denominator), 0)
            when 'score' then null
            else sum(part.value)
        end as value,
        if(any_value(part.kind) = 'ratio', sum(part.numerator) filter (where part.denominator is not null), null)
            as numerator,
        if(any_value(part.kind) = 'ratio', sum(part.denominator), null) as denominator,
        count(*) filter (where part.is_commune) as units_reported,
        count(*) filter (where part.is_commune and part.value = 0) as units_zero,
        count(*) as units,
        bool_and(part.confirmed) as confirmed, any_value(part.illustrative) as illustrative,
        bool_or(part.approximate) as approximate, bool_or(part.computed) as computed,
        bool_or(part.piece in ('old', 'adjoining')) as joined,
        min(part.first_day) as first_day, max(part.last_day) as last_day,
        if(count(*) = 1, any_value(part.value), null) as only_value,
        if(count(*) = 1, any_value(part.stated_value), null) as stated_value,
        if(count(*) = 1, any_value(part.numerator), null) as only_numerator,
        if(count(*) = 1, any_value(part.denominator), null) as only_denominator
    from of_one_kind as part
    left join indicator on indicator.code = part.indicator
    where part.kind <> 'ratio' or part.denominator is not null or indicator.denominator is null
       or part.level = 'commune' and part.unit_key = place_key
    group by part.period, part.indicator, part.counted_unit
)
select summed.*, expected.units as units_expected
from summed
left join expected using (vintage);

create or replace macro area_own(place_key, confirmed_only, series) as table
with stretch as (
    select * exclude (only_confirmed, vintage, level, starts_late, report_id), false as joined
    from measured
    where only_confirmed = confirmed_only and unit_key = place_key and level <> 'commune'
      and series = 'reported'
    union all by name
    select measured_since_start.* exclude (only_confirmed, contributors)
    from measured_since_start
    join unit using (unit_key)
    where only_confirmed = confirmed_only and unit_key = place_key and unit.level <> 'commune'
      and series = 'from_start'
)
select * from stretch
where scope <> 'own_agency'
qualify row_number() over (
    partition by period, indicator, counted_unit order by illustrative, scope = 'whole_area' desc) = 1;

-- The reading shown: the whole-area report's, else the sum's; a real sum before an illustrative report.
create or replace macro area_reading(place_key, confirmed_only, series) as table
with own as (
    select * from area_own(place_key, confirmed_only, series)
),
summed as (
    select * from area_sum(place_key, confirmed_only, series)
),
place as (
    select level = 'commune' as is_commune from unit where unit_key = place_key
),
both_readings as (
    select
        coalesce(own.period, summed.period) as period,
        coalesce(own.indicator, summed.indicator) as indicator,
        coalesce(own.counted_unit, summed.counted_unit) as counted_unit,
        coalesce(own.kind, summed.kind) as kind,
        own.value is not null and not (own.illustrative and not coalesce(summed.illustrative, true)) as by_report,
        own, summed, place.is_commune
    from own
    full join summed
        on summed.period = own.period and summed.indicator = own.indicator
        and summed.counted_unit is not distinct from own.counted_unit
    cross join place
)
select
    period, indicator, counted_unit, kind,
    case
        when by_report then own.value
        when is_commune then summed.only_value
        else summed.value
    end as value,
    case when by_report then own.numerator when is_commune then summed.only_numerator else summed.numerator end
        as numerator,
    case
        when by_report then own.denominator when is_commune then summed.only_denominator else summed.denominator
    end as denominator,
    case when by_report then own.stated_value when is_commune then summed.stated_value end as stated_value,
    case
        when by_report then own.basis
        when is_commune then summed.basis
        when summed.value is not null or summed.denominator is not null then 'sum'
    end as basis,
    own.value as area_value, own.scope as area_scope, own.illustrative as area_illustrative,
    summed.value as sum_value, summed.illustrative as sum_illustrative, summed.units as sum_units,
    coalesce(summed.units_reported, 0) as units_reported, coalesce(summed.units_zero, 0) as units_zero,
    summed.units_expected,
    if(by_report, own.confirmed, summed.confirmed) as confirmed,
    if(by_report, own.illustrative, summed.illustrative) as illustrative,
    if(by_report, own.approximate, summed.approximate) as approximate,
    if(by_report, own.computed, summed.computed) as computed,
    if(by_report, own.joined, summed.joined) as joined,
    if(by_report, own.first_day, summed.first_day) as first_day,
    if(by_report, own.last_day, summed.last_day) as last_day
from both_readings;
