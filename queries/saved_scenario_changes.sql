-- title: What has moved since a scenario was saved: its communes' figures then and as reported now
-- grain: one figure of one commune that is not what it was
-- params:
--   saved_id varchar
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   indicator varchar: code
--   before double: when it was saved; NULL: not reported then
--   after double: now; NULL: not reported any more

with saved as (
    select * from saved_scenario where saved_id = $saved_id
),
known as (
    select unit_key, indicator, value from saved_figure where saved_id = $saved_id
),
latest as (
    select measured.unit_key, measured.indicator, max(measured.value) as value
    from measured
    semi join known using (indicator)
    join saved on saved.period = measured.period and saved.only_confirmed = measured.only_confirmed
    join commune_of on commune_of.place = saved.place and commune_of.unit_key = measured.unit_key
    where measured.scope = 'whole_area'
    group by measured.unit_key, measured.indicator
),
final as (
    select
        unit_key, unit.name, unit.kind, indicator, known.value as before, latest.value as after
    from known
    full join latest using (unit_key, indicator)
    join unit using (unit_key)
    where known.value is distinct from latest.value
    order by unit.name, unit_key, indicator
)
select * from final
