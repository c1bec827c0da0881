-- What reports contradict each other in. Made anew whenever reports are loaded or decided, so that what a corrected
-- figure mends is gone by itself. The rules and their measures are rows of check_rule.

create or replace table issue_across as
with found as (
    select * from issue_of_line
    union all by name
    select * from issue_of_area
    union all by name
    select * from issue_of_copies
)
select
    found.report_id || '-' || sha256(concat_ws('|', found.rule, found.details::varchar,
        coalesce(printf('%.6f', found.expected), ''), coalesce(printf('%.6f', found.found), '')))[:12]
        as issue_id,
    found.report_id, found.rule, rule.severity, found.expected, found.found,
    found.found - found.expected as difference, found.figure_ids, found.details
from found
join check_rule as rule using (rule);
comment on table issue_across is 'one thing that reports contradict each other in';
