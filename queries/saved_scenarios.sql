-- title: Scenarios that people saved
-- grain: one saved scenario, the newest first
-- params: none
-- columns:
--   saved_id varchar
--   name varchar: as its author called it
--   scenario varchar: as it stands in the URL
--   place varchar: unit_key
--   place_name varchar: its name without its kind
--   place_kind varchar: tỉnh, huyện, xã, phường …
--   period varchar
--   base varchar
--   only_confirmed boolean
--   rate_now double (%): the place's resolution rate as reported when it was saved
--   rate_then double (%): the same under the scenario
--   saved_by varchar
--   saved_at timestamp (UTC)

with final as (
    select
        saved.saved_id, saved.name, saved.scenario, saved.place,
        coalesce(unit.name, country.name) as place_name, coalesce(unit.kind, country.kind) as place_kind,
        saved.period, saved.base, saved.only_confirmed, saved.rate_now, saved.rate_then, saved.saved_by,
        saved.saved_at
    from saved_scenario as saved
    left join unit on unit.unit_key = saved.place
    left join country on country.unit_key = saved.place
    where saved.dropped_at is null
    order by saved.position desc
)
select * from final
