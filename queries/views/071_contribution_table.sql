-- One contribution: what one unit's report adds to the series of a vintage, from the start of the year, where that
-- isn't simply its own measure.

create or replace table contribution as
with whole as (
    select * exclude (level, report_id, stated_value) from measured where scope = 'whole_area'
),
whole_year as (
    select * exclude (starts_late) from whole where not starts_late
),
late as (
    select * exclude (starts_late) from whole where starts_late
),
late_report as (
    select distinct only_confirmed, unit_key, vintage, period, first_day, last_day from late
),
-- A predecessor's figures adjoin a period when every unit it went into reported that period from its founding.
adjoining_report as (
    select
        late_report.only_confirmed, predecessor.old_key, late_report.vintage, late_report.period,
        late_report.first_day, max(late_report.last_day) as last_day
    from late_report
    join predecessor on predecessor.new_key = late_report.unit_key
    group by late_report.only_confirmed, predecessor.old_key, late_report.vintage, late_report.period,
        late_report.first_day
    having count(distinct late_report.unit_key) = any_value(predecessor.successors)
),
old as (
    select measured.*, successor.new_vintage as series_vintage, 'old' as piece
    from whole_year as measured
    join (select distinct old_key, new_vintage from predecessor) as successor
        on successor.old_key = measured.unit_key
    where measured.kind <> 'score'
),
adjoining as (
    select
        measured.* replace (
            adjoining_report.period as period, adjoining_report.last_day as last_day),
        adjoining_report.vintage as series_vintage, 'adjoining' as piece
    from whole_year as measured
    join adjoining_report
        on adjoining_report.only_confirmed = measured.only_confirmed
        and adjoining_report.old_key = measured.unit_key
        and adjoining_report.first_day = measured.last_day + 1
    where measured.kind in ('flow', 'ratio')
),
since_founding as (
    select *, vintage as series_vintage, 'late' as piece from late
),
in_two_stretches as (
    select * from adjoining union all by name select * from since_founding
),
amount as materialized (
    select only_confirmed, unit_key, period, piece, illustrative, indicator, counted_unit, value
    from in_two_stretches
    where indicator in (select settled from accepted_parts union all select open from accepted_parts)
),
accepted as (
    select
        settled.* exclude (indicator, value), accepted_parts.accepted, settled.value as settled,
        if(settled.piece = 'adjoining', 0, open.value) as open
    from amount as settled
    join accepted_parts on accepted_parts.settled = settled.indicator
    left join amount as open
        on open.only_confirmed = settled.only_confirmed and open.unit_key = settled.unit_key
        and open.period = settled.period and open.piece = settled.piece
        and open.illustrative = settled.illustrative
        and open.indicator = accepted_parts.open and open.counted_unit = settled.counted_unit
),
-- settled and open beside each accepted, and each quotient of it
with_parts as (
    select
        in_two_stretches.*, accepted.settled, accepted.open,
        coalesce(ratio.denominator, in_two_stretches.indicator) in (select accepted from accepted_parts)
            as is_accepted
    from in_two_stretches
    left join indicator as ratio
        on ratio.code = in_two_stretches.indicator and ratio.kind = 'ratio'
    left join accepted
        on accepted.only_confirmed = in_two_stretches.only_confirmed
        and accepted.unit_key = in_two_stretches.unit_key
        and accepted.period = in_two_stretches.period
        and accepted.piece = in_two_stretches.piece
        and accepted.illustrative = in_two_stretches.illustrative
        and accepted.accepted = coalesce(ratio.denominator, in_two_stretches.indicator)
        and accepted.counted_unit = if(in_two_stretches.kind = 'ratio', 'đơn', in_two_stretches.counted_unit)
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
select * from old
union all by name select * from stretch;
comment on table contribution is 'what one unit adds to one measure of a vintage''s territory from the start of the year';
