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

with decided as (
    select * from decision where figure_id = $figure_id
),
figure as (
    select read_by = 'person' as of_a_person from figure where figure_id = $figure_id
),
final as (
    select
        decided.decision_id, decided.action, decided.value, decided.indicator, decided.part,
        decided.part_unit_key, decided.part_period, decided.reason, decided.decided_by, decided.stated,
        decided.decided_at,
        coalesce(figure.of_a_person, false) and decided.position = min(decided.position) over () as added,
        withdrawal.withdrawn_by, withdrawal.withdrawn_at
    from decided
    left join figure on true
    left join withdrawal using (decision_id)
    order by decided.position desc
)
select * from final
