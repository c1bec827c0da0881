-- What a unit's figures say: stated values, totals computed where none is stated, ratios recomputed from their
-- parts with the stated one beside them. A zero denominator gives NULL.

create or replace macro measure_live(confirmed_only) as table
with stated as (
    select
        unit_key, scope, period, illustrative, first_day, last_day, starts_late, indicator, counted_unit, value,
        basis, confirmed, approximate, false as computed, report_id
    from figure_current(confirmed_only)
),
computed as (
    select
        stated.unit_key, stated.scope, stated.period, stated.illustrative, stated.first_day, stated.last_day,
        any_value(stated.starts_late) as starts_late,
        total_of_parts.total as indicator, total_of_parts.counted_unit, sum(stated.value) as value,
        max(stated.basis) as basis, bool_and(stated.confirmed) as confirmed,
        bool_or(stated.approximate) as approximate, true as computed, any_value(stated.report_id) as report_id,
        total_of_parts.way
    from stated
    join total_of_parts
        on total_of_parts.part = stated.indicator and total_of_parts.counted_unit = stated.counted_unit
    group by stated.unit_key, stated.scope, stated.period, stated.illustrative, stated.first_day,
        stated.last_day, total_of_parts.total, total_of_parts.counted_unit, total_of_parts.way
    having count(*) = any_value(total_of_parts.parts)
),
added_up as (
    select * from computed
    union all by name
    select * from points_of_criteria(confirmed_only)
),
amount as (
    select * from stated
    union all by name
    select added_up.* exclude (way)
    from added_up
    anti join stated using (unit_key, scope, period, indicator)
    qualify row_number() over (
        partition by unit_key, scope, period, indicator, counted_unit order by illustrative, way) = 1
),
part_of_quotient as (
    select code, unit_vi, coalesce(numerator, code) as part, true as is_numerator
    from indicator where denominator is not null
    union all
    select code, unit_vi, denominator, false from indicator where denominator is not null
),
-- Parts of a quotient cover the same days and are of the same kind of report.
quotient as (
    select
        amount.unit_key, amount.scope, amount.period, amount.illustrative, amount.first_day, amount.last_day,
        any_value(amount.starts_late) as starts_late,
        part_of_quotient.code as indicator, any_value(part_of_quotient.unit_vi) as counted_unit,
        any_value(amount.value) filter (where part_of_quotient.is_numerator) as numerator,
        any_value(amount.value) filter (where not part_of_quotient.is_numerator) as denominator,
        max(amount.basis) as basis, bool_and(amount.confirmed) as confirmed,
        bool_or(amount.approximate) as approximate, bool_or(amount.computed) as computed,
        any_value(amount.report_id) filter (where not part_of_quotient.is_numerator) as report_id
    from amount
    join part_of_quotient on part_of_quotient.part = amount.indicator
    group by amount.unit_key, amount.scope, amount.period, amount.illustrative, amount.first_day,
        amount.last_day, part_of_quotient.code
    having count(*) = 2
),
measure as (
    select
        coalesce(amount.unit_key, quotient.unit_key) as unit_key,
        coalesce(amount.scope, quotient.scope) as scope,
        coalesce(amount.period, quotient.period) as period,
        coalesce(quotient.illustrative, amount.illustrative) as illustrative,
        coalesce(quotient.first_day, amount.first_day) as first_day,
        coalesce(quotient.last_day, amount.last_day) as last_day,
        coalesce(quotient.starts_late, amount.starts_late) as starts_late,
        coalesce(amount.indicator, quotient.indicator) as indicator,
        coalesce(amount.counted_unit, quotient.counted_unit) as counted_unit,
        amount.value as stated, quotient.numerator, quotient.denominator,
        coalesce(quotient.basis, amount.basis) as basis,
        coalesce(quotient.confirmed, amount.confirmed) as confirmed,
        coalesce(quotient.approximate, amount.approximate) as approximate,
        coalesce(quotient.computed, amount.computed) as computed,
        amount.illustrative = coalesce(quotient.illustrative, amount.illustrative) as one_kind,
        coalesce(quotient.report_id, amount.report_id) as report_id
    from amount
    full join quotient using (unit_key, scope, period, indicator)
)
select
    confirmed_only as only_confirmed,
    measure.* exclude (stated, one_kind),
    unit.vintage, unit.level,
    coalesce(indicator.kind, 'score') as kind,
    case
        when indicator.kind = 'ratio' and measure.denominator is not null
            then 100 * measure.numerator / nullif(measure.denominator, 0)
        else measure.stated
    end as value,
    case when indicator.kind = 'ratio' and measure.one_kind then measure.stated end as stated_value
from measure
join unit on unit.unit_key = measure.unit_key
left join indicator on indicator.code = measure.indicator;
