-- title: Petitions settled of those accepted, by commune
-- grain: one commune of the place
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   reported boolean: has accepted or settled petitions for the period
--   accepted bigint (petitions)
--   settled bigint (petitions)
--   received bigint (petitions)
--   open bigint (petitions)
--   open_in_time bigint (petitions)
--   overdue bigint (petitions)
--   rate_percent double (%): settled of accepted; NULL when nothing was accepted
--   low_percent double (%): lower end of the 95 % interval (Wilson)
--   high_percent double (%): upper end
--   rank_first bigint: best rank the interval allows; NULL when small or not reported
--   rank_last bigint: worst rank the interval allows
--   ranked bigint: how many units are ranked
--   small boolean: fewer than 20 accepted; NULL when not reported
--   base_accepted bigint (petitions)
--   base_settled bigint (petitions)
--   base_rate_percent double (%)
--   difference_points double (percentage points)
--   joined boolean: the base is summed from predecessor units
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   basis varchar: own, reported_above
--   last_day date
--   older_period varchar: newest earlier period it reported, when not reported

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
petition as (
    select *
    from unit_pair($place, $period, $base, $only_confirmed, wanted := ['ty_le_giai_quyet', 'don_thu_ly',
        'don_da_giai_quyet', 'don_tiep_nhan', 'don_dang_giai_quyet', 'don_trong_han', 'don_qua_han'])
    where is_commune
),
-- accepted and settled of one kind and the same days come together, in the quotient
by_unit as (
    select
        unit_key,
        bool_or(indicator in ('ty_le_giai_quyet', 'don_thu_ly', 'don_da_giai_quyet')) as reported,
        coalesce(max(denominator) filter (where indicator = 'ty_le_giai_quyet'),
            max(value) filter (where indicator = 'don_thu_ly')) as accepted,
        coalesce(max(numerator) filter (where indicator = 'ty_le_giai_quyet'),
            max(value) filter (where indicator = 'don_da_giai_quyet')) as settled,
        max(value) filter (where indicator = 'don_tiep_nhan') as received,
        max(value) filter (where indicator = 'don_dang_giai_quyet') as open,
        max(value) filter (where indicator = 'don_trong_han') as open_in_time,
        max(value) filter (where indicator = 'don_qua_han') as overdue,
        max(value) filter (where indicator = 'ty_le_giai_quyet') as rate_percent,
        max(base_denominator) filter (where is_base) as base_accepted,
        max(base_numerator) filter (where is_base) as base_settled,
        max(base_value) filter (where is_base) as base_rate_percent,
        coalesce(bool_or(joined) filter (where is_base), false) as joined,
        bool_and(confirmed) as confirmed, bool_or(illustrative) as illustrative,
        max(basis) as basis, max(last_day) as last_day
    from (select *, indicator = 'ty_le_giai_quyet' and not_comparable_because is null as is_base from petition)
    group by unit_key
),
older as (
    select unit_key, max_by(period, last_day) as period
    from older_measure($place, $period, $only_confirmed)
    where indicator in ('don_thu_ly', 'don_da_giai_quyet')
    group by unit_key
),
-- ranked: enough petitions, and of the kind of report the place's numbers rest on
measured_unit as (
    select
        *,
        if(reported, coalesce(is_small(accepted), true), null) as small,
        wilson_low(settled, accepted) as low_percent,
        wilson_high(settled, accepted) as high_percent,
        illustrative = min(illustrative) over () as of_kind
    from by_unit
),
ranked as (
    select * from measured_unit where not small and of_kind and low_percent is not null
),
-- Ends of intervals in their order: what lies wholly above one of them, or wholly below, is counted on the way.
-- Where ends are equal intervals touch, and neither lies above the other.
interval_end as (
    select unit_key, low_percent as percent, 1 as is_low from ranked
    union all
    select unit_key, high_percent, 0 from ranked
),
beside as (
    select
        unit_key, is_low,
        sum(is_low) over (order by percent desc, is_low rows unbounded preceding) as lows_above,
        sum(1 - is_low) over (order by percent, is_low desc rows unbounded preceding) as highs_below
    from interval_end
),
rank_range as (
    select
        unit_key,
        1 + max(lows_above) filter (where is_low = 0) as rank_first,
        (select count(*) from ranked) - max(highs_below) filter (where is_low = 1) as rank_last
    from beside
    group by unit_key
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, commune.longitude, commune.latitude,
        coalesce(found.reported, false) as reported,
        found.accepted::bigint as accepted, found.settled::bigint as settled,
        found.received::bigint as received, found.open::bigint as open,
        found.open_in_time::bigint as open_in_time, found.overdue::bigint as overdue,
        found.rate_percent, found.low_percent, found.high_percent,
        rank_range.rank_first::bigint as rank_first, rank_range.rank_last::bigint as rank_last,
        (select count(*) from ranked)::bigint as ranked,
        found.small,
        found.base_accepted::bigint as base_accepted, found.base_settled::bigint as base_settled,
        found.base_rate_percent,
        found.rate_percent - found.base_rate_percent as difference_points,
        coalesce(found.joined, false) as joined,
        coalesce(found.confirmed, false) as confirmed, coalesce(found.illustrative, false) as illustrative,
        found.basis, found.last_day,
        if(coalesce(found.reported, false), null, older.period) as older_period
    from commune
    left join measured_unit as found using (unit_key)
    left join rank_range using (unit_key)
    left join older using (unit_key)
    order by found.rate_percent desc nulls last, found.accepted desc nulls last, commune.name, commune.unit_key
)
select * from final
