-- title: How many communes show each clause of a resolution, indicator by indicator
-- grain: one clause and one indicator that shows it, or one clause that no report can show
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
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
--   units bigint (communes): that the resolution holds for
--   known bigint (communes): with this indicator, or nothing arose
--   reached bigint (communes): what is asked is reached, or nothing arose
--   short bigint (communes): what is asked is not reached
--   in_time bigint (communes): not reached, with the year not over
--   illustrative boolean: rests on illustrative reports

with clause as (
    select * from clause_in_force where resolution = $resolution
),
counted as (
    select
        clause, indicator, count(*) as units,
        count(*) filter (where status <> 'missing') as known,
        count(*) filter (where at_least is not null and status in ('met', 'nothing')) as reached,
        count(*) filter (where status in ('partly', 'unmet')) as short,
        count(*) filter (where status = 'in_time') as in_time,
        bool_or(illustrative) as illustrative
    from aim_of_commune($place, $period, null, $only_confirmed, $resolution)
    group by clause, indicator
),
aim as (
    select * from clause_aim where resolution = $resolution
),
final as (
    select
        clause.measure, clause.clause, clause.cite_vi, clause.cite_en, clause.says_vi, clause.says_en,
        clause.responsible_vi, clause.responsible_en, clause.lists, clause.not_shown_vi, clause.not_shown_en,
        clause.valid_from, clause.valid_to,
        aim.indicator, aim.at_least, aim.due, aim.because_vi, aim.because_en,
        coalesce(counted.units, 0)::bigint as units, coalesce(counted.known, 0)::bigint as known,
        coalesce(counted.reached, 0)::bigint as reached, coalesce(counted.short, 0)::bigint as short,
        coalesce(counted.in_time, 0)::bigint as in_time,
        coalesce(counted.illustrative, false) as illustrative
    from clause
    left join aim using (clause)
    left join counted on counted.clause = aim.clause and counted.indicator = aim.indicator
    order by clause.position, aim.position
)
select * from final
