-- title: Which measures a place's ground has a history of
-- grain: one indicator
-- params:
--   place varchar: unit_key of a province, district or commune of any vintage
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   indicator varchar: code
--   periods bigint: cumulative periods with figures of units on this ground

with ground as (
    select unit_key from ground_of($place) where inside
    union
    select $place
),
final as (
    select measured.indicator, count(distinct measured.period)::bigint as periods
    from measured
    join ground using (unit_key)
    where measured.only_confirmed = $only_confirmed and measured.scope = 'whole_area'
      and period_months(measured.period) is not null
    group by measured.indicator
    order by periods desc, measured.indicator
)
select * from final
