-- title: Rules on leaders' reception days in force on a day of the period, for the levels of a place
-- grain: one rule of one level
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   level varchar: province, district, commune
--   valid_from date
--   valid_to date
--   days integer (days): NULL when the number in force is not on file
--   per varchar: week, month
--   source_vi varchar
--   source_en varchar

with final as (
    select distinct
        reception_rule.level, reception_rule.valid_from, reception_rule.valid_to, reception_rule.days,
        reception_rule.per, reception_rule.source_vi, reception_rule.source_en
    from reception_rule
    join place_unit on place_unit.place = $place and place_unit.level = reception_rule.level
    where reception_rule.valid_from <= period_last_day(period_year_of($period), period_name_of($period))
      and coalesce(reception_rule.valid_to, date '9999-12-31')
          >= period_first_day(period_year_of($period), period_name_of($period))
    order by reception_rule.level, reception_rule.valid_from
)
select * from final
