-- Points of the maximum that applies to a commune, with the mark of its sheet. Scores are never summed.

create or replace macro unit_score(place_key, confirmed_only) as table
with point as (
    select score_sheet.sheet, score_sheet.pass_percent, measured.*
    from measured
    join commune_of on commune_of.unit_key = measured.unit_key and commune_of.place = place_key
    join score_sheet on score_sheet.points_indicator = measured.indicator
    where measured.only_confirmed = confirmed_only
),
scored as (
    select
        point.sheet, point.unit_key, point.period, point.pass_percent, point.value as points,
        maximum.value as maximum,
        100 * point.value / nullif(maximum.value, 0) as share_percent,
        point.basis, point.computed, point.last_day, point.illustrative,
        point.confirmed and coalesce(maximum.confirmed, true) as confirmed
    from point
    join score_sheet using (sheet)
    left join measured as maximum
        on maximum.indicator = score_sheet.maximum_indicator and maximum.only_confirmed = confirmed_only
        and maximum.unit_key = point.unit_key and maximum.period = point.period
        and maximum.illustrative = point.illustrative
)
select
    scored.*,
    scored.share_percent >= scored.pass_percent as passes,
    greatest(0, scored.pass_percent / 100 * scored.maximum - scored.points) as points_to_pass,
    (select min(score_mark.position) from score_mark
     where score_mark.sheet = scored.sheet and score_mark.from_percent <= scored.share_percent) as mark_position,
    scored.illustrative = min(scored.illustrative) over (partition by scored.sheet, scored.period) as of_kind
from scored;

-- The sheets in force on the last day of a period.
create or replace macro sheet_in_force(period_code) as table
select * from score_sheet
where valid_from <= period_last_day(period_year_of(period_code), period_name_of(period_code))
  and coalesce(valid_to, date '9999-12-31')
      >= period_last_day(period_year_of(period_code), period_name_of(period_code));
