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

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
report as (
    select * from report_of_place($place) where of_commune
),
reported as (
    select distinct unit_key from report where period = $period
),
older as (
    select unit_key, max_by(period, last_day) as period, max(last_day) as last_day
    from report
    where last_day < period_last_day(period_year_of($period), period_name_of($period)) and period <> $period
    group by unit_key
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, commune.longitude, commune.latitude,
        older.period as older_period, older.last_day as older_last_day
    from commune
    anti join reported using (unit_key)
    left join older using (unit_key)
    order by commune.name, commune.unit_key
)
select * from final
