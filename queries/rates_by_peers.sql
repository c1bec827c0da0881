-- title: A rate by kind and by size of the communes
-- grain: one group of communes
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   indicator varchar: a ratio whose two counts are reported
-- columns:
--   grouped_by varchar: all, population, settlement, size
--   peers varchar: rural, urban, special; few, middle, many; small_place, middle_place, large_place; NULL for all
--   units bigint
--   smallest double: the smallest denominator of the group; by population its fewest inhabitants
--   largest double: the largest
--   numerator double
--   denominator double
--   rate_percent double (%)
--   low_percent double (%): lower end of the 95 % interval (Wilson)
--   high_percent double (%): upper end
--   base_units bigint: units that are comparable with the base period
--   base_rate_percent double (%): of these, then
--   matched_rate_percent double (%): of these, now
--   illustrative boolean: rests on illustrative reports

with rate as (
    select * from unit_rate($place, $period, $base, $only_confirmed, $indicator) where of_kind
),
member as (
    select 'all' as grouped_by, null::varchar as peers, * from rate
    union all
    select 'settlement', settlement, * from rate
    union all
    select 'size', size_class, * from rate
    union all
    select 'population', population_class, * from rate where population_class is not null
),
final as (
    select
        grouped_by, peers, count(*)::bigint as units,
        min(if(grouped_by = 'population', persons, denominator)) as smallest,
        max(if(grouped_by = 'population', persons, denominator)) as largest,
        sum(numerator) as numerator, sum(denominator) as denominator,
        100 * sum(numerator) / sum(denominator) as rate_percent,
        wilson_low(sum(numerator), sum(denominator)) as low_percent,
        wilson_high(sum(numerator), sum(denominator)) as high_percent,
        count(base_denominator)::bigint as base_units,
        100 * sum(base_numerator) / nullif(sum(base_denominator), 0) as base_rate_percent,
        100 * sum(numerator) filter (where base_denominator is not null)
            / nullif(sum(denominator) filter (where base_denominator is not null), 0) as matched_rate_percent,
        bool_or(illustrative) as illustrative
    from member
    group by grouped_by, peers
    order by grouped_by, smallest, peers
)
select * from final
