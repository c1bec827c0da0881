-- title: Petitions by kind
-- grain: one kind and unit counted
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   kind varchar: kn complaints, tc denunciations, kntc both together, knpa proposals and feedback
--   position integer: 1 to 4
--   received bigint (counted_unit)
--   accepted bigint (counted_unit): within competence, to be settled
--   settled bigint (counted_unit)
--   open bigint (counted_unit)
--   rate_percent double (%): settled of accepted
--   counted_unit varchar: đơn or vụ việc, never mixed
--   units_reported bigint
--   units_expected bigint
--   confirmed boolean
--   illustrative boolean

select
    null::varchar as kind,
    null::integer as position,
    null::bigint as received,
    null::bigint as accepted,
    null::bigint as settled,
    null::bigint as open,
    null::double as rate_percent,
    null::varchar as counted_unit,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::boolean as confirmed,
    null::boolean as illustrative
where false and $place is null and $period is null and $only_confirmed is null
