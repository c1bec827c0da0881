-- Reports and passages that came twice.

create or replace table issue_of_copies as
with rule as (
    select * replace (string_split(coalesce(without, ''), '|') as without) from check_rule
),
print as (
    select figure.report_id, count(*) as figures, min(figure.figure_id) as figure_id,
        sum(hash(figure.indicator, figure.part, figure.value)) as print
    from figure_decided as figure
    where figure.status <> 'rejected'
    group by figure.report_id
    having count(distinct figure.value) filter (where figure.value > 1) >= 4
),
printed as (
    select print.*, report.unit_key, unit_line.line, report.period, report.number, report.illustrative,
        report.standing, report.loaded_at, report.replaces
    from print
    join report_standing as report using (report_id)
    join unit_line using (unit_key)
),
-- one report handed in as another unit's, for another period, or under another number
alike as (
    select rule.rule, printed.report_id, null::double as expected, null::double as found,
        [printed.figure_id, first.figure_id] as figure_ids,
        {unit: unit.name, unit_kind: unit.kind, period: printed.period, other_period: first.period,
            other: first.report_id, number: printed.number, other_number: first.number,
            count: printed.figures}::json as details
    from printed
    join printed as first
        on first.print = printed.print and first.illustrative = printed.illustrative
        and (first.loaded_at, first.report_id) < (printed.loaded_at, printed.report_id)
    join unit on unit.unit_key = first.unit_key
    join rule on rule.kind = case
        when first.line <> printed.line then 'alike_units'
        when first.period <> printed.period then 'alike_periods'
        when printed.replaces = first.report_id and first.number <> printed.number then 'alike_numbers'
    end
    where printed.standing and printed.figures >= coalesce(rule.at_least, 1)
      and (first.standing or rule.kind = 'alike_numbers')
    qualify row_number() over (partition by rule.rule, printed.report_id order by first.loaded_at) = 1
),
passage_twice as (
    select rule.rule, passage.report_id, null::double as expected, null::double as found,
        coalesce(any_value(figure.figure_ids), []) as figure_ids,
        {quote: passage.text[:80], count: count(*)}::json as details
    from passage
    join report_standing as report using (report_id)
    join rule on rule.kind = 'passage_twice'
    left join (
        select report_id, passage, array_agg(figure_id order by ordinal) as figure_ids
        from figure where passage is not null group by report_id, passage
    ) as figure
        on figure.report_id = passage.report_id and figure.passage = passage.number
    where report.standing and passage.kind in ('paragraph', 'item', 'row')
      and length(passage.text) >= coalesce(rule.at_least, 0) and regexp_matches(passage.text, '[0-9]')
    group by rule.rule, passage.report_id, passage.text
    having count(*) > 1 and count(figure.figure_ids) > 0
)
select * from alike
union all by name
select * from passage_twice;
comment on table issue_of_copies is 'one report or passage that is given twice';
