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

select
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as kind,
    null::double as longitude,
    null::double as latitude,
    null::boolean as reported,
    null::bigint as accepted,
    null::bigint as settled,
    null::bigint as received,
    null::bigint as open,
    null::bigint as open_in_time,
    null::bigint as overdue,
    null::double as rate_percent,
    null::double as low_percent,
    null::double as high_percent,
    null::bigint as rank_first,
    null::bigint as rank_last,
    null::bigint as ranked,
    null::boolean as small,
    null::bigint as base_accepted,
    null::bigint as base_settled,
    null::double as base_rate_percent,
    null::double as difference_points,
    null::boolean as joined,
    null::boolean as confirmed,
    null::boolean as illustrative,
    null::varchar as basis,
    null::date as last_day,
    null::varchar as older_period
where false and $place is null and $period is null and $base is null and $only_confirmed is null
