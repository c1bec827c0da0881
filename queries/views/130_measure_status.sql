-- A clause without days of its own holds as long as its resolution.
create or replace view clause_in_force as
select
    resolution_clause.* replace (
        coalesce(resolution_clause.valid_from, resolution.valid_from) as valid_from,
        coalesce(resolution_clause.valid_to, resolution.valid_to) as valid_to)
from resolution_clause
join resolution using (resolution);
comment on view clause_in_force is 'one clause of one resolution, with the days it holds';

-- How far a unit's figures show what a clause asks. Codes, best known first:
--   met, nothing (nothing arose that it could be asked of), in_time (short of what is asked by the year's end),
--   partly, unmet, reported (no number is asked), missing (not reported).

create or replace macro aim_status(value, nothing_arose, at_least, due, period_code) as
    case
        when value is null and nothing_arose then 'nothing'
        when value is null then 'missing'
        when at_least is null then 'reported'
        when value >= at_least - 1e-9 then 'met'
        when due = 'year' and period_last_day(period_year_of(period_code), period_name_of(period_code))
            < make_date(period_year_of(period_code), 12, 31) then 'in_time'
        when value > 0 then 'partly'
        else 'unmet'
    end;

-- Better, worse or the same than in the base period; NULL where that isn't compared or neither is good.
create or replace macro aim_trend(difference, better) as
    case
        when difference is null or better is null then null
        when abs(difference) < 1e-6 then 'same'
        when (difference > 0) = (better = 'higher') then 'better'
        else 'worse'
    end;

-- Of a measure, from the counts of its aims: met when every number asked is reached and nothing is missing.
create or replace macro status_of_aims(aims, known, with_target, met, in_time, partly, unmet, positive) as
    case
        when aims = 0 then 'not_shown'
        when known = 0 then 'missing'
        when with_target > 0 and met = with_target and known = aims then 'met'
        when met + in_time + partly + unmet > 0 and unmet = met + in_time + partly + unmet then 'unmet'
        when in_time > 0 and partly + unmet = 0 then 'in_time'
        when met + partly + unmet > 0 then 'partly'
        when positive = 0 then 'zero'
        else 'reported'
    end;

-- Every aim of a resolution for every commune of a place that it holds for.
create or replace macro aim_of_commune(place_key, period_code, base_code, confirmed_only, resolution_code) as table
with commune as (
    select resolution_unit.unit_key, resolution_unit.whole
    from resolution_unit
    join commune_of on commune_of.unit_key = resolution_unit.unit_key and commune_of.place = place_key
    where resolution_unit.resolution = resolution_code
),
aim as (
    select clause_aim.*, resolution_clause.measure, indicator.kind, indicator.better, indicator.denominator
    from clause_aim
    join resolution_clause using (resolution, clause)
    left join indicator on indicator.code = clause_aim.indicator
    where clause_aim.resolution = resolution_code
),
pair as (
    select * exclude (numerator, denominator, base_numerator, base_denominator)
    from unit_pair(place_key, period_code, base_code, confirmed_only)
    where is_commune
    qualify row_number() over (
        partition by unit_key, indicator order by value is null, counted_unit = 'đơn' desc, counted_unit) = 1
),
report as (
    select unit_key, bool_and(illustrative) as illustrative
    from report_of_place(place_key)
    where of_commune and period = period_code
    group by unit_key
),
found as (
    select
        commune.unit_key, commune.whole, aim.measure, aim.clause, aim.indicator, aim.at_least, aim.due,
        if(aim.indicator = '@reporting', if(report.unit_key is null, null, 1), pair.value) as value,
        coalesce(whole_of.value = 0, false) as nothing_arose,
        if(pair.not_comparable_because is null, pair.value - pair.base_value, null) as difference,
        aim.better,
        coalesce(pair.illustrative, if(aim.indicator = '@reporting', report.illustrative, null), false)
            as illustrative,
        coalesce(pair.confirmed, true) as confirmed
    from commune
    cross join aim
    left join pair on pair.unit_key = commune.unit_key and pair.indicator = aim.indicator
    left join pair as whole_of
        on whole_of.unit_key = commune.unit_key and whole_of.indicator = aim.denominator
        and aim.kind = 'ratio'
    left join report on report.unit_key = commune.unit_key
)
select
    *, aim_status(value, nothing_arose, at_least, due, period_code) as status,
    aim_trend(difference, better) as trend
from found;
