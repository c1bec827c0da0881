-- title: What was decided on a figure, newest first
-- grain: one decision
-- params:
--   figure_id varchar: a figure
-- columns:
--   decision_id varchar
--   action varchar: confirm, correct, reject
--   value double
--   indicator varchar
--   part varchar
--   part_unit_key varchar
--   part_period varchar
--   reason varchar
--   decided_by varchar
--   stated boolean: the name was stated, not authenticated
--   decided_at timestamp (UTC)
--   added boolean: with this decision somebody added the figure, which no rule had read
--   withdrawn_by varchar: who took the decision back; NULL where it stands or was overturned by a later one
--   withdrawn_at timestamp (UTC)

with final as (
    select
        decision_id, action, value, indicator, part, part_unit_key, part_period, reason, decided_by, stated,
        decided_at, added, withdrawn_by, withdrawn_at
    from decision_told
    where figure_id = $figure_id
    order by position desc
)
select * from final
