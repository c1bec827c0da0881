-- title: The measures of a resolution
-- grain: one measure
-- params:
--   resolution varchar: a code of data/reference/resolutions
-- columns:
--   measure varchar: its place in the resolution, '1.3'
--   cite_vi varchar
--   cite_en varchar
--   title_vi varchar
--   title_en varchar
--   clauses bigint (clauses)
--   clauses_shown bigint (clauses): that a report can show, wholly or in part

with clause as (
    select
        resolution_clause.measure, resolution_clause.clause,
        exists (
            select 1 from clause_aim
            where clause_aim.resolution = resolution_clause.resolution
              and clause_aim.clause = resolution_clause.clause
        ) as shown
    from resolution_clause
    where resolution = $resolution
),
counted as (
    select measure, count(*) as clauses, count(*) filter (where shown) as clauses_shown
    from clause
    group by measure
),
final as (
    select
        resolution_measure.measure, cite_vi, cite_en, title_vi, title_en,
        counted.clauses::bigint as clauses, counted.clauses_shown::bigint as clauses_shown
    from resolution_measure
    join counted using (measure)
    where resolution = $resolution
    order by resolution_measure.position
)
select * from final
