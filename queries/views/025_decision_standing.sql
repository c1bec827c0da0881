-- Decisions that nobody took back. The newest of a figure holds.

create or replace view decision_standing as
select * from decision
where not exists (select 1 from withdrawal where withdrawal.decision_id = decision.decision_id);
comment on view decision_standing is 'one decision that nobody took back';
