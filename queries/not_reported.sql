-- title: Communes of a place without a report for the period
-- grain: one commune
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   older_period varchar: newest earlier period it reported; NULL for none
--   older_last_day date

select
    null::varchar as unit_key,
    null::varchar as name,
    null::varchar as kind,
    null::double as longitude,
    null::double as latitude,
    null::varchar as older_period,
    null::date as older_last_day
where false and $place is null and $period is null
