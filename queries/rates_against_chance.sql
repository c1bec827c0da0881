-- title: A rate of communes against what chance allows, against their like, and against the year before
-- grain: one commune of the place that has the rate and is of the kind asked for
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   indicator varchar: a ratio whose two counts are reported
--   peers varchar null: rural, urban, special; few, middle, many; small_place …; NULL for all
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   settlement varchar: rural, urban, special
--   size_class varchar: few, middle, many: the third of the place's communes it is in by its denominator
--   numerator double
--   denominator double
--   rate_percent double (%)
--   low_percent double (%): lower end of the 95 % interval (Wilson)
--   high_percent double (%): upper end
--   whole_percent double (%): all these communes together, those of the other kind of report left out
--   low_998_percent double (%): chance alone leaves a unit of this size under it once in 1,000
--   low_95_percent double (%): once in 40
--   high_95_percent double (%): over it once in 40
--   high_998_percent double (%): over it once in 1,000
--   standing varchar: far_below, below, within, above, far_above; NULL when small or of the other kind of report
--   rank_first bigint: best rank the intervals allow among these communes; NULL when small
--   rank_last bigint: worst rank
--   ranked bigint: how many are ranked
--   small boolean: fewer than 20
--   base_numerator double: NULL unless comparable
--   base_denominator double
--   base_rate_percent double (%)
--   difference_points double (percentage points)
--   difference_low_points double (percentage points): lower end of its 95 % interval (Newcombe)
--   difference_high_points double (percentage points): upper end
--   moved varchar: rose, fell: the interval leaves zero out; same: it doesn't; NULL when not comparable or small
--   joined boolean: the base is summed from predecessor units
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports

with rate as (
    select * from unit_rate($place, $period, $base, $only_confirmed, $indicator)
    where is_like(settlement, size_class, population_class, $peers)
),
whole as (
    select sum(numerator) / sum(denominator) as share from rate where of_kind
),
limits as (
    select * from funnel_limits((select list(denominator) from rate), (select share from whole))
),
ranked as (
    select * from rate where of_kind and not small and low_percent is not null
),
rank_range as (
    select
        mine.unit_key,
        1 + count(*) filter (where other.low_percent > mine.high_percent) as rank_first,
        count(*) - count(*) filter (where other.high_percent < mine.low_percent) as rank_last,
        count(*) as ranked
    from ranked as mine
    cross join ranked as other
    group by mine.unit_key
),
held as (
    select
        rate.*, limits.* exclude (trials), 100 * whole.share as whole_percent,
        rank_range.rank_first, rank_range.rank_last, rank_range.ranked,
        rate_percent - base_rate_percent as difference_points,
        newcombe_low(rate_percent, low_percent, base_rate_percent, base_high_percent) as difference_low_points,
        newcombe_high(rate_percent, high_percent, base_rate_percent, base_low_percent) as difference_high_points
    from rate
    cross join whole
    left join limits on limits.trials = rate.denominator
    left join rank_range using (unit_key)
),
final as (
    select
        unit_key, name, kind, settlement, size_class, numerator, denominator, rate_percent, low_percent,
        high_percent, whole_percent, low_998_percent, low_95_percent, high_95_percent, high_998_percent,
        case
            when rank_first is null or low_95_percent is null then null
            when rate_percent < low_998_percent then 'far_below'
            when rate_percent < low_95_percent then 'below'
            when rate_percent > high_998_percent then 'far_above'
            when rate_percent > high_95_percent then 'above'
            else 'within'
        end as standing,
        rank_first::bigint as rank_first, rank_last::bigint as rank_last, ranked::bigint as ranked, small,
        base_numerator, base_denominator, base_rate_percent, difference_points, difference_low_points,
        difference_high_points,
        case
            when small or is_small(base_denominator) or difference_low_points is null then null
            when difference_low_points > 0 then 'rose'
            when difference_high_points < 0 then 'fell'
            else 'same'
        end as moved,
        joined, confirmed, illustrative
    from held
    order by rate_percent desc, denominator desc, name, unit_key
)
select * from final
