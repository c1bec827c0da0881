-- How measures are compared and rolled up.

create or replace macro days_compare(kind, first_a, last_a, first_b, last_b) as
    if(kind in ('stock', 'score'), same_days(last_a, last_a, last_b, last_b),
        same_days(first_a, last_a, first_b, last_b));

-- Rolled up by sums of both parts, never by averaging rates; scores are not summed.
create or replace macro quotient_or_sum(kind, total, numerator, denominator) as
    case kind
        when 'ratio' then 100 * numerator / nullif(denominator, 0)
        when 'score' then null
        else total
    end;
