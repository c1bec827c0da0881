-- title: Marks of a score sheet, best first
-- grain: one mark
-- params:
--   sheet varchar: a score sheet in force
-- columns:
--   position integer: 1 is the best
--   name_vi varchar
--   name_en varchar
--   from_percent double (%)
--   passes boolean

select
    null::integer as position,
    null::varchar as name_vi,
    null::varchar as name_en,
    null::double as from_percent,
    null::boolean as passes
where false and $sheet is null
