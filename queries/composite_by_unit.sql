-- title: A composite measure of communes, with the ranks that it allows whatever the weights
-- grain: one commune of the place
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
--   composite varchar: a composite of data/reference/composites.csv
--   parts varchar[]: parts that weigh otherwise
--   weights double[]: what they weigh, in the same order
--   missing varchar: how a missing part counts: missing (no composite), last_year, zero
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   points double (points): of 100; NULL where a part is missing
--   rank bigint: 1 is the best; equal points share a rank
--   rank_first bigint: best rank with each weight between half and twice its own
--   rank_last bigint: worst rank with such weights; both NULL beyond 500 communes
--   ranked bigint: communes with a composite
--   missing_parts varchar[]: parts not reported, in their order
--   part_points double[]: points of 100 of each part in its order; NULL where missing
--   confirmed boolean
--   illustrative boolean

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
reweighed as (
    select unnest($parts::varchar[]) as part, unnest($weights::double[]) as weight
),
part as (
    select composite_part.* replace (coalesce(reweighed.weight, composite_part.weight) as weight)
    from composite_part
    left join reweighed using (part)
    where composite = $composite
),
whole as (
    select measured.*
    from measured
    join commune using (unit_key)
    where only_confirmed = $only_confirmed and measured.level = 'commune' and scope = 'whole_area'
      and measured.period in ($period,
          (period_year_of($period) - 1)::varchar || '-' || period_name_of($period))
),
-- equal periods, one kind of report: the share of what applies to the unit, or of what is worth all points
pointed as (
    select
        whole.unit_key, whole.period, part.part, whole.confirmed, whole.illustrative,
        100 * least(1, whole.value / nullif(coalesce(applies.value, part.full_at), 0)) as points
    from whole
    join part on part.indicator = whole.indicator
    left join whole as applies
        on applies.unit_key = whole.unit_key and applies.period = whole.period
        and applies.indicator = part.out_of and applies.illustrative = whole.illustrative
    where whole.value is not null and (part.out_of is null or applies.value is not null)
),
kept as (
    select commune.unit_key, part.part, part.position, part.weight,
        latest.points is null as is_missing,
        coalesce(latest.points,
            case $missing when 'last_year' then former.points when 'zero' then 0 end) as points,
        coalesce(latest.confirmed, false) as confirmed,
        coalesce(latest.illustrative, former.illustrative) as illustrative
    from commune
    cross join part
    left join pointed as latest
        on latest.unit_key = commune.unit_key and latest.part = part.part and latest.period = $period
    left join pointed as former
        on former.unit_key = commune.unit_key and former.part = part.part and former.period <> $period
),
summed as (
    select
        unit_key,
        if(bool_and(points is not null or weight = 0), sum(points * weight) / nullif(sum(weight), 0), null)
            as points,
        coalesce(list(part order by position) filter (where is_missing), []) as missing_parts,
        list(points order by position) as part_points,
        bool_and(confirmed) as confirmed, coalesce(bool_or(illustrative), false) as illustrative
    from kept
    group by unit_key
),
ranked as (
    select unit_key, rank() over (order by round(points, 6) desc) as rank, count(*) over () as ranked
    from summed
    where points is not null and illustrative = (select min(illustrative) from summed where points is not null)
),
-- One is ahead of another whatever the weights, when even with the weights that favour the other it is: those
-- where it has more points are halved, those where it has fewer doubled.
ahead as (
    select
        mine.unit_key, other.unit_key as other_key,
        sum(if(mine.points > other.points, 0.5, 2) * mine.weight * (mine.points - other.points)) > 1e-9 as is_ahead
    from kept as mine
    join ranked on ranked.unit_key = mine.unit_key
    join kept as other on other.part = mine.part and other.unit_key <> mine.unit_key
    join ranked as other_ranked on other_ranked.unit_key = other.unit_key
    where ranked.ranked <= 500 and mine.weight > 0
    group by mine.unit_key, other.unit_key
),
beaten as (
    select other_key as unit_key, count(*) as by_units from ahead where is_ahead group by other_key
),
beating as (
    select unit_key, count(*) as units from ahead where is_ahead group by unit_key
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, summed.points, ranked.rank::bigint as rank,
        if(ranked.ranked <= 500, 1 + coalesce(beaten.by_units, 0), null)::bigint as rank_first,
        if(ranked.ranked <= 500, ranked.ranked - coalesce(beating.units, 0), null)::bigint as rank_last,
        (select count(*) from ranked)::bigint as ranked,
        summed.missing_parts, summed.part_points, summed.confirmed, summed.illustrative
    from commune
    join summed using (unit_key)
    left join ranked using (unit_key)
    left join beaten using (unit_key)
    left join beating using (unit_key)
    order by summed.points desc nulls last, commune.name, commune.unit_key
)
select * from final
