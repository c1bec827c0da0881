-- title: How far each commune's reports show each measure of a resolution
-- grain: one commune that the resolution holds for and one measure
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   resolution varchar: a code of data/reference/resolutions
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: xã, phường …
--   whole boolean: the resolution holds for all of the unit
--   measure varchar: its place in the resolution, '1.3'
--   status varchar: met, in_time, partly, unmet, reported, zero, missing, not_shown
--   aims bigint (indicators): that show the measure
--   known bigint (indicators): of these, reported, or nothing arose
--   with_target bigint (indicators): of these, with a number asked
--   reached bigint (indicators): of those with a number, reached
--   better bigint (indicators): better than in the base period
--   worse bigint (indicators): worse than in the base period
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports

with aim as (
    select * from aim_of_commune($place, $period, $base, $only_confirmed, $resolution)
),
commune as (
    select resolution_unit.unit_key, resolution_unit.whole
    from resolution_unit
    join commune_of on commune_of.unit_key = resolution_unit.unit_key and commune_of.place = $place
    where resolution_unit.resolution = $resolution
),
measure as (
    select * from resolution_measure where resolution = $resolution
),
-- one indicator may show two clauses of a measure: it is counted once
once as (
    select * from aim
    qualify row_number() over (
        partition by unit_key, measure, indicator order by at_least is null, clause) = 1
),
counted as (
    select
        unit_key, measure,
        count(*) as aims,
        count(*) filter (where status <> 'missing') as known,
        count(*) filter (where at_least is not null) as with_target,
        count(*) filter (where status = 'met' or (status = 'nothing' and at_least is not null)) as met,
        count(*) filter (where status = 'in_time') as in_time,
        count(*) filter (where status = 'partly') as partly,
        count(*) filter (where status = 'unmet') as unmet,
        count(*) filter (where value > 0 or status = 'nothing') as positive,
        count(*) filter (where trend = 'better') as better,
        count(*) filter (where trend = 'worse') as worse,
        bool_and(confirmed) as confirmed, bool_or(illustrative) as illustrative
    from once
    group by unit_key, measure
),
final as (
    select
        unit.unit_key, unit.name, unit.kind, commune.whole, measure.measure,
        status_of_aims(coalesce(counted.aims, 0), coalesce(counted.known, 0),
            coalesce(counted.with_target, 0), coalesce(counted.met, 0), coalesce(counted.in_time, 0),
            coalesce(counted.partly, 0), coalesce(counted.unmet, 0), coalesce(counted.positive, 0)) as status,
        coalesce(counted.aims, 0)::bigint as aims, coalesce(counted.known, 0)::bigint as known,
        coalesce(counted.with_target, 0)::bigint as with_target,
        coalesce(counted.met, 0)::bigint as reached,
        coalesce(counted.better, 0)::bigint as better, coalesce(counted.worse, 0)::bigint as worse,
        coalesce(counted.confirmed, true) as confirmed,
        coalesce(counted.illustrative, false) as illustrative
    from commune
    join unit using (unit_key)
    cross join measure
    left join counted on counted.unit_key = commune.unit_key and counted.measure = measure.measure
    order by unit.name, unit.unit_key, measure.position
)
select * from final
