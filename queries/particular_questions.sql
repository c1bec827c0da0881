-- title: What a report does not say for certain of itself
-- grain: one value that its unit or period may have, while nobody has said which
-- params:
--   report_id varchar: a report
-- columns:
--   field varchar: unit, period
--   ordinal integer: the likeliest first
--   value varchar: a unit_key; a period's code
--   likelihood double: 0 to 1
--   quote varchar: the words it rests on
--   taken boolean: the report stands under it now

with told as (
    select distinct field from particular_decision where report_id = $report_id
),
final as (
    select
        candidate.field, candidate.ordinal, candidate.value, candidate.likelihood, candidate.quote,
        candidate.value = case candidate.field when 'unit' then report.unit_key else report.period end as taken
    from particular_candidate as candidate
    join report using (report_id)
    where candidate.report_id = $report_id and candidate.field not in (select field from told)
    order by candidate.field desc, candidate.ordinal
)
select * from final
