-- title: How often people left alone what the reader gave
-- grain: one band of confidence
-- params:
--   place varchar null: unit_key; NULL for every place
-- columns:
--   least double (0-1): where the band begins
--   figures bigint: figures read in sentences and decided by people; the illustrative and the added ones left out
--   unchanged bigint: confirmed as read
--   corrected bigint
--   rejected bigint
--   unchanged_percent double (%)

with place as (
    select unit_key from place_unit where place = $place
),
decided as (
    select figure.confidence, figure.status
    from figure_decided as figure
    join report using (report_id)
    where report.source_kind = 'narrative' and not report.illustrative
      and figure.read_by not in ('person', 'kept') and figure.status in ('confirmed', 'corrected', 'rejected')
      and ($place is null or report.unit_key in (from place))
),
band as (
    select * from (values (0.0), (0.5), (0.7), (0.8), (0.9), (0.95)) as bands(least)
),
placed as (
    select decided.status, band.least
    from decided asof join band on decided.confidence >= band.least
),
final as (
    select
        least::double as least,
        count(*) as figures,
        count(*) filter (where status = 'confirmed') as unchanged,
        count(*) filter (where status = 'corrected') as corrected,
        count(*) filter (where status = 'rejected') as rejected,
        100.0 * count(*) filter (where status = 'confirmed') / count(*) as unchanged_percent
    from placed
    group by least
    order by least desc
)
select * from final
