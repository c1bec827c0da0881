-- title: Units that have, or lie above or below one that has, a report; the country above them all
-- grain: one unit
-- params: none
-- columns:
--   unit_key varchar: vintage and code
--   vintage varchar
--   code varchar
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   level varchar: country, province, district, commune
--   parent_key varchar
--   province_key varchar
--   longitude double (degree)
--   latitude double (degree)
--   reports bigint: standing reports of the unit itself
--   reports_below bigint: standing reports of units below it

with unit as (
    select unit_key, vintage, code, name, kind, level, parent_key, province_key, longitude, latitude from unit
    union all by name
    select * from country
),
report as (
    select unit_key, count(*) as reports from report_standing where standing group by unit_key
),
-- every unit a report concerns: the reporting unit, those above it and those below it
concerned as (
    select place_unit.place as unit_key from place_unit join report using (unit_key)
    union
    select place_unit.unit_key from place_unit join report on report.unit_key = place_unit.place
),
below as (
    select place_unit.place as unit_key, sum(report.reports) as reports
    from report join place_unit using (unit_key)
    where place_unit.place <> report.unit_key
    group by place_unit.place
),
final as (
    select
        unit.unit_key, unit.vintage, unit.code, unit.name, unit.kind, unit.level, unit.parent_key,
        unit.province_key, unit.longitude, unit.latitude,
        coalesce(report.reports, 0)::bigint as reports,
        coalesce(below.reports, 0)::bigint as reports_below
    from unit
    join concerned using (unit_key)
    left join report using (unit_key)
    left join below using (unit_key)
    order by unit.vintage desc, unit.level = 'country' desc, unit.level = 'province' desc, unit.level = 'district' desc, unit.code
)
select * from final
