-- title: Units that have, or lie above or below one that has, a report
-- grain: one unit
-- params: none
-- columns:
--   unit_key varchar: vintage and code
--   vintage varchar
--   code varchar
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   level varchar: province, district, commune
--   parent_key varchar
--   province_key varchar
--   longitude double (degree)
--   latitude double (degree)
--   reports bigint: standing reports of the unit itself
--   reports_below bigint: standing reports of units below it

select
    null::varchar as unit_key,
    null::varchar as vintage,
    null::varchar as code,
    null::varchar as name,
    null::varchar as kind,
    null::varchar as level,
    null::varchar as parent_key,
    null::varchar as province_key,
    null::double as longitude,
    null::double as latitude,
    null::bigint as reports,
    null::bigint as reports_below
where false
