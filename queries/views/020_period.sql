-- The days of a named period, as grassroots/periods.py has them.

create or replace macro period_first_day(year, name) as
    case
        when name = 'q2' then make_date(year, 4, 1)
        when name in ('q3', 'h2') then make_date(year, 7, 1)
        when name = 'q4' then make_date(year, 10, 1)
        when name[1] = 'x' then make_date(year, try_cast(name[2:] as integer), 1)
        when name[1] = 'y' and name <> 'year' then make_date(year - try_cast(name[2:] as integer) + 1, 1, 1)
        else make_date(year, 1, 1)
    end;

create or replace macro period_last_day(year, name) as
    last_day(make_date(year,
        case
            when name in ('q1', 'q2', 'q3', 'q4') then 3 * try_cast(name[2:] as integer)
            when name[1] in ('m', 'x') then try_cast(name[2:] as integer)
            else 12
        end, 1));

-- The Inspectorate's periods begin on the 15th of the month before (circulars 02/2021, 01/2024/TT-TTCP).
create or replace macro regime_first_day(year, name, regime) as
    case regime
        when 'inspectorate' then (period_first_day(year, name) - interval 1 month + interval 14 day)::date
        else period_first_day(year, name)
    end;

-- A report that begins after its period does covers a part of it: a unit founded within the year.
create or replace macro starts_late(first_day, year, name, regime) as
    first_day > regime_first_day(year, name, regime);

-- Equal days of two years. The 29th of February ends a month as the 28th does.
create or replace macro same_days(first_a, last_a, first_b, last_b) as
    month(first_a) = month(first_b) and least(day(first_a), 28) = least(day(first_b), 28)
    and month(last_a) = month(last_b) and least(day(last_a), 28) = least(day(last_b), 28)
    and year(last_a) - year(first_a) = year(last_b) - year(first_b);

create or replace macro period_year_of(period) as try_cast(split_part(period, '-', 1) as integer);
create or replace macro period_name_of(period) as split_part(period, '-', 2);

-- Cumulative months of a period; NULL for one that isn't cumulative.
create or replace macro period_months(period) as
    case
        when split_part(period, '-', 2) = 'year' then 12
        when split_part(period, '-', 2) = 'q1' then 3
        when split_part(period, '-', 2)[1] = 'm' then try_cast(split_part(period, '-', 2)[2:] as integer)
    end;
