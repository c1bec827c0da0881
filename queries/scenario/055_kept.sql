-- The measures of the period that count under the scenario, before petitions are settled. A whole-area report of a
-- body above covers all its communes: where some are left out or counted instead, the place is read as the sum of
-- the others.

create or replace temp table kept as
select reported_row.*
from reported_row
semi join place_unit using (unit_key)
where level = 'commune' or scope = 'own_agency' or not $as_sum
union all by name
select * from counted_instead;

-- The measures that settled petitions move. A place's sum holds one kind of report only: where there are real and
-- illustrative ones, which of them stand in it depends on all measures, so all are taken for moved.
create or replace temp table movable as
with moved_part as (
    select unnest(['don_da_giai_quyet', 'don_dang_giai_quyet', 'don_qua_han', 'don_trong_han']) as part
)
select distinct kept.indicator
from kept
left join indicator on indicator.code = kept.indicator
where kept.indicator in (from moved_part)
   or (indicator.kind = 'ratio'
       and (indicator.numerator in (from moved_part) or indicator.denominator in (from moved_part)))
   or (select count(distinct illustrative) from kept) > 1;

create or replace temp table measured_still as
select * from kept anti join movable using (indicator);

create or replace temp table kept_to_move as
select
    kept.*, indicator.numerator as upper_part, indicator.denominator as lower_part,
    coalesce(indicator.kind = 'ratio' and kept.denominator is not null, false) as is_quotient
from kept
semi join movable using (indicator)
left join indicator on indicator.code = kept.indicator;

create or replace temp view area_sum_still as from area_sum_of('measured_still');

create or replace temp table area_still as
select * from area_read_of('measured_still', 'area_sum_still')
semi join place_whole using (place);
