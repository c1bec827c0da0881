-- The measures of the period under the scenario. A whole-area report of a body above covers all its communes:
-- where some are left out or counted instead, the place is read as the sum of the others.

create or replace temp table measured_supposed as
with shift as (
    select settled_more.unit_key, settled_more.is_commune, moved.indicator, moved.number
    from settled_more
    cross join lateral (
        values
            ('don_da_giai_quyet', settled), ('don_dang_giai_quyet', -settled), ('don_qua_han', -overdue),
            ('don_trong_han', -in_time)
    ) as moved(indicator, number)
),
kept as (
    select reported_row.*
    from reported_row
    semi join place_unit using (unit_key)
    where level = 'commune' or scope = 'own_agency' or not $as_sum
    union all by name
    select * from counted_instead
),
moved as (
    select
        kept.*, indicator.kind = 'ratio' and kept.denominator is not null as is_quotient,
        coalesce(own.number, 0) as own_shift, coalesce(upper_part.number, 0) as numerator_shift,
        coalesce(lower_part.number, 0) as denominator_shift
    from kept
    left join indicator on indicator.code = kept.indicator
    left join shift as own
        on own.unit_key = kept.unit_key and own.indicator = kept.indicator and kept.scope <> 'own_agency'
    left join shift as upper_part
        on upper_part.unit_key = kept.unit_key and upper_part.indicator = indicator.numerator
        and kept.scope <> 'own_agency'
    left join shift as lower_part
        on lower_part.unit_key = kept.unit_key and lower_part.indicator = indicator.denominator
        and kept.scope <> 'own_agency'
)
select
    * exclude (is_quotient, own_shift, numerator_shift, denominator_shift) replace (
        if(is_quotient, 100 * (numerator + numerator_shift) / nullif(denominator + denominator_shift, 0),
            greatest(0, value + own_shift)) as value,
        numerator + numerator_shift as numerator,
        denominator + denominator_shift as denominator)
from moved;

create or replace temp view measured as from measured_supposed;
