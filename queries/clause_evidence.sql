-- title: What shows each clause of a resolution in one place, and what is missing
-- grain: one clause and one indicator that shows it, or one clause that no report can show
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   resolution varchar: a code of data/reference/resolutions
-- columns:
--   measure varchar: its place in the resolution, '1.3'
--   clause varchar: '1.3.a'
--   cite_vi varchar
--   cite_en varchar
--   says_vi varchar: a summary, not the words of the resolution
--   says_en varchar
--   responsible_vi varchar
--   responsible_en varchar
--   lists varchar[]: what reports name one by one that shows it too
--   not_shown_vi varchar: what no report can show of it
--   not_shown_en varchar
--   valid_from date
--   valid_to date
--   indicator varchar: NULL where no report can show the clause; '@reporting' for the report itself
--   at_least double (indicator's unit): what the clause asks; NULL for no number
--   due varchar: period or year
--   because_vi varchar: how the number follows from the clause
--   because_en varchar
--   status varchar: met, nothing, in_time, partly, unmet, reported, missing; not_shown
--   value double (indicator's unit; % for ratios): NULL when missing
--   numerator double
--   denominator double
--   counted_unit varchar
--   base_value double (as value): NULL unless comparable
--   difference double (as value): value less base_value
--   trend varchar: better, worse, same; NULL where not compared or neither is good
--   units_reported bigint: communes with this measure
--   units_expected bigint: communes of the place
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   approximate boolean

with clause as (
    select * from clause_in_force where resolution = $resolution
),
measure as (
    select * from area_compared($place, $period, $base, $only_confirmed)
),
report as (
    select
        count(distinct unit_key) filter (where of_commune) as units,
        coalesce(bool_and(illustrative), false) as illustrative
    from report_of_place($place)
    where period = $period
),
expected as (
    select count(*) as units from commune_of where place = $place
),
aim as (
    select
        clause_aim.*, indicator.better, indicator.denominator as whole,
        if(clause_aim.indicator = '@reporting', 100 * report.units / expected.units, measure.value) as value,
        if(clause_aim.indicator = '@reporting', 100, clause_aim.at_least) as asked,
        if(clause_aim.indicator = '@reporting', report.units, measure.latest.numerator) as numerator,
        if(clause_aim.indicator = '@reporting', expected.units, measure.latest.denominator) as denominator,
        measure.counted_unit, measure.comparable_base as base_value, measure.value - measure.comparable_base as difference,
        coalesce(measure.units_reported, report.units, 0) as units_reported, expected.units as units_expected,
        coalesce(measure.confirmed, true) as confirmed,
        coalesce(measure.illustrative, clause_aim.indicator = '@reporting' and report.illustrative, false)
            as illustrative,
        coalesce(measure.latest.approximate, false) as approximate
    from clause_aim
    cross join report
    cross join expected
    left join measure on measure.indicator = clause_aim.indicator
    left join indicator on indicator.code = clause_aim.indicator
    where clause_aim.resolution = $resolution
),
final as (
    select
        clause.measure, clause.clause, clause.cite_vi, clause.cite_en, clause.says_vi, clause.says_en,
        clause.responsible_vi, clause.responsible_en, clause.lists, clause.not_shown_vi, clause.not_shown_en,
        clause.valid_from, clause.valid_to,
        aim.indicator, aim.asked as at_least, aim.due, aim.because_vi, aim.because_en,
        if(aim.indicator is null, 'not_shown',
            aim_status(aim.value, coalesce(whole_of.value = 0, false), aim.asked, aim.due, $period)) as status,
        aim.value, aim.numerator, aim.denominator, aim.counted_unit, aim.base_value, aim.difference,
        aim_trend(aim.difference, aim.better) as trend,
        aim.units_reported::bigint as units_reported, aim.units_expected::bigint as units_expected,
        coalesce(aim.confirmed, true) as confirmed, coalesce(aim.illustrative, false) as illustrative,
        coalesce(aim.approximate, false) as approximate
    from clause
    left join aim using (clause)
    left join measure as whole_of on whole_of.indicator = aim.whole
    order by clause.position, aim.position
)
select * from final
