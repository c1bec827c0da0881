-- title: Chosen measures of every commune of a place
-- grain: one commune and indicator
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   indicators varchar[]: codes of the catalogue; ratios too
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   indicator varchar: code
--   value double (indicator's unit; % for ratios): NULL when missing
--   numerator double
--   denominator double
--   counted_unit varchar
--   base_value double (as value): NULL unless comparable
--   difference double (as value): value less base_value
--   basis varchar: own, sum, reported_above; NULL when missing
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   approximate boolean
--   computed boolean: not stated but computed from stated parts
--   joined boolean: the base is summed from predecessor units
--   last_day date: the last day the figure covers
--   older_period varchar: newest earlier period with this measure, when this one is missing

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
wanted as (
    select unnest($indicators) as indicator
),
-- the unit counted by most, where the indicator leaves it open: đơn and vụ việc never stand in one column
counted as (
    select indicator, counted_unit
    from (
        select indicator, counted_unit, count(*) as units
        from unit_pair($place, $period, $base, $only_confirmed, wanted := $indicators)
        where is_commune
        group by indicator, counted_unit
    )
    qualify row_number() over (partition by indicator order by units desc, counted_unit = 'đơn' desc) = 1
),
pair as (
    select unit_pair.*
    from unit_pair($place, $period, $base, $only_confirmed, wanted := $indicators) as unit_pair
    join counted
        on counted.indicator = unit_pair.indicator
        and counted.counted_unit is not distinct from unit_pair.counted_unit
    where unit_pair.is_commune
),
older as (
    select unit_key, indicator, period from older_measure($place, $period, $only_confirmed)
    where indicator in (select indicator from wanted)
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, commune.longitude, commune.latitude,
        wanted.indicator, pair.value, pair.numerator, pair.denominator, pair.counted_unit,
        if(pair.not_comparable_because is null, pair.base_value, null) as base_value,
        if(pair.not_comparable_because is null, pair.value - pair.base_value, null) as difference,
        pair.basis,
        coalesce(pair.confirmed, false) as confirmed, coalesce(pair.illustrative, false) as illustrative,
        coalesce(pair.approximate, false) as approximate, coalesce(pair.computed, false) as computed,
        coalesce(pair.joined and pair.not_comparable_because is null, false) as joined,
        pair.last_day,
        if(pair.basis is null, older.period, null) as older_period
    from commune
    cross join wanted
    left join pair on pair.unit_key = commune.unit_key and pair.indicator = wanted.indicator
    left join older on older.unit_key = commune.unit_key and older.indicator = wanted.indicator
    order by wanted.indicator, commune.name, commune.unit_key
)
select * from final
