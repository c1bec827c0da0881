-- title: The limits that chance alone keeps a rate within, by size
-- grain: one size of a unit
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
--   indicator varchar: a ratio whose two counts are reported
--   peers varchar null: rural, urban, special; few, middle, many; small_place …; NULL for all
-- columns:
--   trials bigint: what the rate's denominator counts
--   whole_percent double (%): all these communes together
--   low_998_percent double (%)
--   low_95_percent double (%)
--   high_95_percent double (%)
--   high_998_percent double (%)

with rate as (
    select * from unit_rate($place, $period, null, $only_confirmed, $indicator)
    where is_like(settlement, size_class, population_class, $peers)
),
whole as (
    select
        sum(numerator) filter (where of_kind) / sum(denominator) filter (where of_kind) as share,
        max(denominator) * 1.05 as largest
    from rate
),
-- closer together where the limits bend most
size as (
    select list(distinct greatest(1, round(largest * (step / 160) ^ 2))::bigint) as sizes
    from whole
    cross join range(1, 161) as steps(step)
),
final as (
    select
        trials, 100 * share as whole_percent, low_998_percent, low_95_percent, high_95_percent,
        high_998_percent
    from funnel_limits((select sizes from size), (select share from whole))
    cross join whole
    order by trials
)
select * from final
