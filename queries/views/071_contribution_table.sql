-- One contribution: what one unit's report adds to the series of a vintage, from the start of the year.

create or replace table contribution as
with whole_year as (
    select * from measured where not starts_late
),
late as (
    select * from measured where starts_late and scope = 'whole_area'
),
late_report as (
    select distinct only_confirmed, unit_key, vintage, period, period_year, period_name, months, first_day,
        last_day
    from late
),
-- A predecessor's figures adjoin a period when every unit it went into reported that period from its founding.
adjoining_report as (
    select
        late_report.only_confirmed, predecessor.old_key, late_report.vintage, late_report.period,
        any_value(late_report.period_year) as period_year, any_value(late_report.period_name) as period_name,
        any_value(late_report.months) as months, late_report.first_day, max(late_report.last_day) as last_day
    from late_report
    join predecessor on predecessor.new_key = late_report.unit_key
    group by late_report.only_confirmed, predecessor.old_key, late_report.vintage, late_report.period,
        late_report.first_day
    having count(*) = any_value(predecessor.successors)
),
own as (
    select *, vintage as series_vintage, 'own' as piece from whole_year
),
old as (
    select measured.*, successor.new_vintage as series_vintage, 'old' as piece
    from whole_year as measured
    join (select distinct old_key, new_vintage from predecessor) as successor
        on successor.old_key = measured.unit_key
    where measured.scope = 'whole_area' and measured.kind <> 'score'
),
adjoining as (
    select
        measured.* replace (
            adjoining_report.period as period, adjoining_report.period_year as period_year,
            adjoining_report.period_name as period_name, adjoining_report.months as months,
            adjoining_report.last_day as last_day),
        adjoining_report.vintage as series_vintage, 'adjoining' as piece
    from whole_year as measured
    join adjoining_report
        on adjoining_report.only_confirmed = measured.only_confirmed
        and adjoining_report.old_key = measured.unit_key
        and adjoining_report.first_day = measured.last_day + 1
    where measured.scope = 'whole_area' and measured.kind in ('flow', 'ratio')
),
since_founding as (
    select *, vintage as series_vintage, 'late' as piece from late
),
in_two_stretches as (
    select * from adjoining union all by name select * from since_founding
),
-- settled and open beside each accepted or quotient of it
with_parts as (
    select
        in_two_stretches.*,
        accepted_parts.accepted is not null as is_accepted,
        settled.value as settled,
        if(in_two_stretches.piece = 'adjoining', 0, open.value) as open
    from in_two_stretches
    left join indicator as ratio
        on ratio.code = in_two_stretches.indicator and ratio.kind = 'ratio'
    left join accepted_parts
        on accepted_parts.accepted = coalesce(ratio.denominator, in_two_stretches.indicator)
    left join in_two_stretches as settled
        on settled.only_confirmed = in_two_stretches.only_confirmed
        and settled.unit_key = in_two_stretches.unit_key and settled.scope = in_two_stretches.scope
        and settled.period = in_two_stretches.period and settled.piece = in_two_stretches.piece
        and settled.illustrative = in_two_stretches.illustrative
        and settled.indicator = accepted_parts.settled
        and (settled.counted_unit = in_two_stretches.counted_unit or in_two_stretches.kind = 'ratio')
    left join in_two_stretches as open
        on open.only_confirmed = in_two_stretches.only_confirmed
        and open.unit_key = in_two_stretches.unit_key and open.scope = in_two_stretches.scope
        and open.period = in_two_stretches.period and open.piece = in_two_stretches.piece
        and open.illustrative = in_two_stretches.illustrative
        and open.indicator = accepted_parts.open
        and (open.counted_unit = in_two_stretches.counted_unit or in_two_stretches.kind = 'ratio')
),
stretch as (
    select
        * exclude (is_accepted, settled, open) replace (
            if(is_accepted and kind = 'flow', settled + open, value) as value,
            if(is_accepted and kind = 'ratio', settled, numerator) as numerator,
            if(is_accepted and kind = 'ratio', settled + open, denominator) as denominator)
    from with_parts
    where indicator <> 'don_ky_truoc' and indicator not in (from carried_over)
      and not (is_accepted and settled + open is null)
      and not (kind = 'ratio' and coalesce(settled + open, denominator) is null and piece = 'adjoining')
)
select * from own
union all by name select * from old
union all by name select * from stretch;
comment on table contribution is 'what one unit adds to one measure of a vintage''s territory from the start of the year';
