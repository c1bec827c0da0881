-- title: Where a place's communes stand on a score sheet; scores themselves are never summed
-- grain: one row
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   sheet varchar: a score sheet in force
-- columns:
--   units_scored bigint: communes with points and a maximum
--   units_expected bigint
--   units_passing bigint
--   passing_percent double (%): of the communes scored
--   median_percent double (%)
--   lowest_percent double (%)
--   highest_percent double (%)
--   units_both bigint: communes scored in both periods
--   units_both_passing bigint: of these, passing now
--   units_both_base_passing bigint: of these, passing then
--   median_difference_points double (percentage points): of these
--   confirmed boolean
--   illustrative boolean

with latest as (
    select * from unit_score($place, $only_confirmed)
    where sheet = $sheet and period = $period and of_kind and share_percent is not null
),
former as (
    select * from unit_score($place, $only_confirmed)
    where sheet = $sheet and period = $base and of_kind and share_percent is not null
),
both_periods as (
    select
        count(*) as units,
        count(*) filter (where latest.passes) as passing,
        count(*) filter (where former.passes) as base_passing,
        median(latest.share_percent - former.share_percent) as median_difference
    from latest
    join former using (unit_key)
    where former.illustrative = latest.illustrative
),
expected as (
    select count(*) as units from commune_of where place = $place
),
final as (
    select
        count(latest.unit_key)::bigint as units_scored,
        any_value(expected.units)::bigint as units_expected,
        count(*) filter (where latest.passes)::bigint as units_passing,
        100 * count(*) filter (where latest.passes) / nullif(count(latest.unit_key), 0) as passing_percent,
        median(latest.share_percent) as median_percent,
        min(latest.share_percent) as lowest_percent,
        max(latest.share_percent) as highest_percent,
        any_value(both_periods.units)::bigint as units_both,
        any_value(both_periods.passing)::bigint as units_both_passing,
        any_value(both_periods.base_passing)::bigint as units_both_base_passing,
        any_value(both_periods.median_difference) as median_difference_points,
        coalesce(bool_and(latest.confirmed), false) as confirmed,
        coalesce(bool_or(latest.illustrative), false) as illustrative
    from expected
    cross join both_periods
    left join latest on true
)
select * from final
