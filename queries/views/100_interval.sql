-- The 95 % interval of a share after Wilson (1927), in percent; z = 1.959964. NULL without a denominator.

create or replace macro wilson_centre(successes, trials) as
    (successes + 1.959964 ^ 2 / 2) / (trials + 1.959964 ^ 2);

create or replace macro wilson_half(successes, trials) as
    1.959964 * sqrt(successes * (trials - successes) / trials + 1.959964 ^ 2 / 4) / (trials + 1.959964 ^ 2);

-- More settled than accepted happens in reports; there is no interval then.
create or replace macro wilson_low(successes, trials) as
    case when trials > 0 and successes between 0 and trials
        then greatest(0, 100 * (wilson_centre(successes, trials) - wilson_half(successes::double, trials))) end;

create or replace macro wilson_high(successes, trials) as
    case when trials > 0 and successes between 0 and trials
        then least(100, 100 * (wilson_centre(successes, trials) + wilson_half(successes::double, trials))) end;

-- Counts below this are shown, not ranked.
create or replace macro is_small(trials) as trials < 20;
