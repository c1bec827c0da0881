-- Everything that is wrong with reports, with the newest word of a person on it. Open until somebody decides.

create or replace view issue_standing as
with found as (
    select * from issue
    union all by name
    select * from issue_across
),
newest as (
    select * from issue_decision
    qualify row_number() over (partition by issue_id order by position desc, decision_id desc) = 1
)
select
    found.*,
    if(newest.action in ('accept', 'will_correct'), newest.action, 'open') as state,
    newest.reason, newest.decided_by, newest.decided_at
from found
left join newest using (issue_id);
comment on view issue_standing is 'one thing wrong with one report; state: open, accept, will_correct';
