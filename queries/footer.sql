-- title: What a page of a place and period rests on
-- grain: one row
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   reports bigint: standing reports of the place and below
--   figures_confirmed bigint
--   figures_unconfirmed bigint
--   figures_rejected bigint
--   illustrative_reports bigint
--   real_reports bigint
--   units_reported bigint
--   units_expected bigint
--   updated_at timestamp (UTC): newest loading or decision

select
    null::bigint as reports,
    null::bigint as figures_confirmed,
    null::bigint as figures_unconfirmed,
    null::bigint as figures_rejected,
    null::bigint as illustrative_reports,
    null::bigint as real_reports,
    null::bigint as units_reported,
    null::bigint as units_expected,
    null::timestamp as updated_at
where false and $place is null and $period is null and $only_confirmed is null
