-- title: What composite measures are made of
-- grain: one part of one composite
-- params: none
-- columns:
--   composite varchar
--   part varchar
--   position integer
--   name_vi varchar
--   name_en varchar
--   indicator varchar
--   out_of varchar: the indicator that holds what it is the share of
--   full_at double: the value that is worth all points, where there is no such indicator
--   weight double
--   source varchar: the document that set it, or 'illustrative'

with final as (
    select
        composite, part, position, name_vi, name_en, indicator, out_of, full_at, weight, source
    from composite_part
    order by composite, position
)
select * from final
