-- A place's two readings side by side, never added. Shown is the whole-area report's, else the sum's; a real sum
-- before an illustrative report.

create or replace macro area_read_of(measures, sums) as table
with own as (
    select
        'reported' as series, unit_key as place, only_confirmed, period, indicator, counted_unit, kind, value,
        numerator, denominator, stated_value, scope, basis, confirmed, illustrative, approximate, computed,
        false as joined, first_day, last_day
    from query_table(measures)
    where level <> 'commune' and scope <> 'own_agency'
    qualify row_number() over (
        partition by unit_key, only_confirmed, period, indicator, counted_unit
        order by illustrative, scope = 'whole_area' desc) = 1
),
both_readings as (
    select
        coalesce(own.series, area_sum.series) as series,
        coalesce(own.place, area_sum.place) as place,
        coalesce(own.only_confirmed, area_sum.only_confirmed) as only_confirmed,
        coalesce(own.period, area_sum.period) as period,
        coalesce(own.indicator, area_sum.indicator) as indicator,
        coalesce(own.counted_unit, area_sum.counted_unit) as counted_unit,
        coalesce(own.kind, area_sum.kind) as kind,
        own.value is not null and not (own.illustrative and not coalesce(area_sum.illustrative, true))
            as by_report,
        own, area_sum
    from own
    full join query_table(sums) as area_sum
        on area_sum.series = own.series and area_sum.place = own.place
        and area_sum.only_confirmed = own.only_confirmed and area_sum.period = own.period
        and area_sum.indicator = own.indicator
        and area_sum.counted_unit is not distinct from own.counted_unit
)
select
    series, place, only_confirmed, period, indicator, counted_unit, kind,
    if(by_report, own.value, area_sum.value) as value,
    if(by_report, own.numerator, area_sum.numerator) as numerator,
    if(by_report, own.denominator, area_sum.denominator) as denominator,
    if(by_report, own.stated_value, null) as stated_value,
    case
        when by_report then own.basis
        when area_sum.value is not null or area_sum.denominator is not null then 'sum'
    end as basis,
    own.value as area_value, own.scope as area_scope, own.illustrative as area_illustrative,
    area_sum.value as sum_value, area_sum.illustrative as sum_illustrative, area_sum.units as sum_units,
    coalesce(area_sum.units_reported, 0) as units_reported, coalesce(area_sum.units_zero, 0) as units_zero,
    area_sum.units_expected,
    if(by_report, own.confirmed, area_sum.confirmed) as confirmed,
    if(by_report, own.illustrative, area_sum.illustrative) as illustrative,
    if(by_report, own.approximate, area_sum.approximate) as approximate,
    if(by_report, own.computed, area_sum.computed) as computed,
    if(by_report, own.joined, area_sum.joined) as joined,
    if(by_report, own.first_day, area_sum.first_day) as first_day,
    if(by_report, own.last_day, area_sum.last_day) as last_day
from both_readings;

create or replace table area_read as from area_read_of('measured', 'area_sum');
comment on table area_read is 'one measure of one province or district for one period: the reading shown and both readings';
