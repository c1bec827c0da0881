-- Inhabitants, and what was counted for each 10,000 of them.

-- A unit's inhabitants for a period: of its year, else of the newest year before, else of the first one after.
create or replace macro population_for(period_code) as table
select unit_key, year, persons, source, file_name
from population
qualify row_number() over (
    partition by unit_key
    order by year > period_year_of(period_code), abs(year - period_year_of(period_code)), position desc) = 1;

-- The 95 % interval of a count of independent events: Byar's approximation to the exact Poisson one (Breslow and
-- Day, Statistical Methods in Cancer Research II, IARC 1987, page 69).
create or replace macro byar_low(events) as
    case when events > 0
        then greatest(0, events * (1 - 1 / (9 * events) - 1.959964 / (3 * sqrt(events))) ^ 3) else 0 end;

create or replace macro byar_high(events) as
    (events + 1) * (1 - 1 / (9 * (events + 1)) + 1.959964 / (3 * sqrt(events + 1))) ^ 3;
