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

with final as (
    select position, name_vi, name_en, from_percent, passes
    from score_mark
    where sheet = $sheet
    order by position
)
select * from final
