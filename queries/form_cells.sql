-- title: What official statistical forms of one report hold beside its figures
-- grain: one cell
-- params:
--   report_id varchar: a report
-- columns:
--   form varchar: 01/TCD
--   circular varchar: 01/2024/TT-TTCP
--   column_number integer: in the form; NULL for a column that the form doesn't have
--   heading varchar: from the outermost heading to the column's own
--   row_name varchar: the unit, body or total, as written
--   row_kind varchar: total, group, place, body
--   row_unit_key varchar: the unit a row resolved to
--   value double: in the unit of the column
--   sheet varchar
--   cell varchar

with final as (
    select form, circular, column_number, heading, row_name, row_kind, row_unit_key, value, sheet, cell
    from form_cell
    where report_id = $report_id
    order by ordinal
)
select * from final
