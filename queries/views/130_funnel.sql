-- What chance alone allows a unit's rate, given the rate of all and the unit's own count: the limits of a funnel
-- plot, exact binomial with Spiegelhalter's interpolation (Statistics in Medicine 24, 2005, appendix A.1.1).
-- The upper limit is the lower one of what was not settled: so a rate lies outside exactly when a count as far
-- out as its own, or further, has less than 2.5 % (0.1 %) chance. His upper limit leaves the count itself out of
-- that chance and would put 20 of 20 outside under any rate.

create or replace macro binomial_chance(successes, trials, share) as
    exp(lgamma(trials + 1) - lgamma(successes + 1) - lgamma(trials - successes + 1)
        + successes * ln(share) + (trials - successes) * ln(1 - share));

-- Counts this many standard deviations off have less chance than a double can tell; they are left out.
create or replace macro binomial_first(trials, share) as
    greatest(0, floor(trials * share - 9 * sqrt(trials * share * (1 - share))) - 12)::bigint;

create or replace macro binomial_last(trials, share) as
    least(trials, ceil(trials * share + 9 * sqrt(trials * share * (1 - share))) + 12)::bigint;

-- One size (trials) and the counts, interpolated, that less than 2.5 % and 0.1 % lie under.
create or replace macro binomial_lower(sizes, rate) as table
with size as (
    select distinct unnest(sizes)::bigint as trials
),
possible as (
    select trials::double as trials, rate::double as share
    from size
    where trials > 0 and rate > 0 and rate < 1
),
outcome as (
    select
        trials, share,
        unnest(range(binomial_first(trials, share), binomial_last(trials, share) + 1))::double as successes
    from possible
),
chance as (
    select trials, successes, binomial_chance(successes, trials, share) as chance from outcome
),
piled as (
    select *, sum(chance) over (partition by trials order by successes) as up_to from chance
)
select
    trials::bigint as trials,
    arg_min(successes - (up_to - 0.025) / chance, successes) filter (where up_to > 0.025) as count_95,
    arg_min(successes - (up_to - 0.001) / chance, successes) filter (where up_to > 0.001) as count_998
from piled
group by trials;

-- Limits of a rate in percent by size; none where all or nothing was settled.
create or replace macro funnel_limits(sizes, rate) as table
select
    settled.trials,
    greatest(0, 100 * settled.count_998 / settled.trials) as low_998_percent,
    greatest(0, 100 * settled.count_95 / settled.trials) as low_95_percent,
    least(100, 100 - 100 * unsettled.count_95 / settled.trials) as high_95_percent,
    least(100, 100 - 100 * unsettled.count_998 / settled.trials) as high_998_percent
from binomial_lower(sizes, rate) as settled
join binomial_lower(sizes, 1 - rate) as unsettled using (trials);
