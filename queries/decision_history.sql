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

select
    null::varchar as decision_id,
    null::varchar as action,
    null::double as value,
    null::varchar as indicator,
    null::varchar as part,
    null::varchar as part_unit_key,
    null::varchar as part_period,
    null::varchar as reason,
    null::varchar as decided_by,
    null::boolean as stated,
    null::timestamp as decided_at
where false and $figure_id is null
