-- title: What separates communes from the next rank and the next mark of a score sheet
-- grain: one commune of the place that is ranked
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
--   sheet varchar: a score sheet in force
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   points double (points)
--   maximum double (points): what applies to the unit
--   share_percent double (%)
--   rank bigint: 1 is the best; equal shares share a rank
--   ranked bigint: how many are ranked
--   next_rank bigint: of the communes next above it; NULL for the best
--   next_units bigint: how many share that rank
--   points_to_next double (points): missing to share it, at the unit's own maximum
--   next_mark_position integer: the mark next above its own; NULL for the best
--   points_to_mark double (points): missing to reach it
--   next_criteria varchar[]: the fewest criteria with room for points_to_next, most room first; NULL when unknown
--   mark_criteria varchar[]: the same for points_to_mark
--   room_points double (points): lost by criterion, all together; NULL when not scored by criterion
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports

with scored as (
    select * from unit_score($place, $only_confirmed)
    where sheet = $sheet and period = $period and of_kind and share_percent is not null
),
-- equal to six decimals is equal, as in the ranking
ranked as (
    select *, round(share_percent, 6) as share, rank() over (order by round(share_percent, 6) desc) as rank
    from scored
),
step as (
    select share, any_value(rank) as rank, count(*) as units from ranked group by share
),
above as (
    select
        share, lead(share) over rising as next_share, lead(rank) over rising as next_rank,
        lead(units) over rising as next_units
    from step
    window rising as (order by share)
),
-- a sheet without marks has one: what it asks for
mark as (
    select position, from_percent from score_mark where sheet = $sheet
    union all
    select 1, pass_percent from score_sheet
    where sheet = $sheet and sheet not in (select sheet from score_mark)
),
mark_above as (
    select ranked.unit_key, max(mark.position) as position, min(mark.from_percent) as from_percent
    from ranked
    join mark on mark.from_percent > ranked.share_percent
    group by ranked.unit_key
),
wanted as (
    select
        ranked.*, above.next_rank, above.next_units, mark_above.position as next_mark_position,
        above.next_share / 100 * ranked.maximum - ranked.points as points_to_next,
        mark_above.from_percent / 100 * ranked.maximum - ranked.points as points_to_mark
    from ranked
    join above using (share)
    left join mark_above using (unit_key)
),
-- room before a criterion: what those with more room give already
room as (
    select
        unit_key, criterion, lost_points, row_number() over most_first as place,
        sum(lost_points) over (most_first rows unbounded preceding) - lost_points as before
    from criterion_score($place, $period, $sheet)
    where lost_points > 0
    window most_first as (partition by unit_key order by lost_points desc, position, criterion)
),
enough as (
    select
        wanted.unit_key, sum(room.lost_points) as room_points,
        list(room.criterion order by room.place) filter (where room.before < points_to_next - 1e-9)
            as next_criteria,
        list(room.criterion order by room.place) filter (where room.before < points_to_mark - 1e-9)
            as mark_criteria
    from wanted
    join room using (unit_key)
    group by wanted.unit_key
),
final as (
    select
        unit_key, unit.name, unit.kind, wanted.points, wanted.maximum, wanted.share_percent,
        wanted.rank::bigint as rank, (select count(*) from ranked)::bigint as ranked,
        wanted.next_rank::bigint as next_rank, wanted.next_units::bigint as next_units, wanted.points_to_next,
        wanted.next_mark_position, wanted.points_to_mark,
        enough.next_criteria, enough.mark_criteria, enough.room_points,
        wanted.confirmed, wanted.illustrative
    from wanted
    join unit using (unit_key)
    left join enough using (unit_key)
    order by wanted.share_percent desc, unit.name, unit_key
)
select * from final
