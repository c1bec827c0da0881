-- The measures that settled petitions move, of the units and of the place.

delete from measured_moved;

insert into measured_moved by name
with shift as (
    select settled_more.unit_key, moved.indicator, moved.number
    from settled_more
    cross join lateral (
        values
            ('don_da_giai_quyet', settled), ('don_dang_giai_quyet', -settled), ('don_qua_han', -overdue),
            ('don_trong_han', -in_time)
    ) as moved(indicator, number)
),
moved as (
    select
        kept_to_move.*,
        coalesce(own.number, 0) as own_shift, coalesce(upper_shift.number, 0) as numerator_shift,
        coalesce(lower_shift.number, 0) as denominator_shift
    from kept_to_move
    left join shift as own
        on own.unit_key = kept_to_move.unit_key and own.indicator = kept_to_move.indicator
        and kept_to_move.scope <> 'own_agency'
    left join shift as upper_shift
        on upper_shift.unit_key = kept_to_move.unit_key and upper_shift.indicator = upper_part
        and kept_to_move.scope <> 'own_agency'
    left join shift as lower_shift
        on lower_shift.unit_key = kept_to_move.unit_key and lower_shift.indicator = lower_part
        and kept_to_move.scope <> 'own_agency'
)
select
    * exclude (is_quotient, upper_part, lower_part, own_shift, numerator_shift, denominator_shift) replace (
        if(is_quotient, 100 * (numerator + numerator_shift) / nullif(denominator + denominator_shift, 0),
            greatest(0, value + own_shift)) as value,
        numerator + numerator_shift as numerator,
        denominator + denominator_shift as denominator)
from moved;

delete from area_moved;

insert into area_moved by name
select * from area_read_of('measured_moved', 'area_sum_moved')
semi join place_whole using (place);
