-- Decisions as a history tells them: which one added the figure, and which ones were taken back and by whom.

create or replace view decision_told as
select
    decision.*,
    coalesce(figure.read_by = 'person', false)
        and decision.position = min(decision.position) over (partition by decision.figure_id) as added,
    withdrawal.withdrawn_by, withdrawal.withdrawn_at
from decision
left join figure using (figure_id)
left join withdrawal using (decision_id);
comment on view decision_told is 'one decision with whether it added its figure and who took it back';
