-- title: Points of the applicable maximum, by commune
-- grain: one commune of the place
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
--   sheet varchar: a score sheet in force
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   longitude double (degree)
--   latitude double (degree)
--   reported boolean
--   points double (points)
--   maximum double (points): what applies to the unit
--   share_percent double (%)
--   rank bigint: 1 is the best; equal shares share a rank
--   mark_position integer: the mark of the sheet reached; NULL when not reported
--   passes boolean
--   pass_percent double (%): the share the sheet asks for
--   points_to_pass double (points): still missing; 0 when it passes
--   base_share_percent double (%): NULL unless the base has points of the same sheet
--   difference_points double (percentage points)
--   basis varchar: own, reported_above
--   computed boolean: added up from the criteria
--   confirmed boolean: every figure below it is decided, or from a form
--   illustrative boolean: rests on illustrative reports
--   last_day date
--   older_period varchar

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
latest as (
    select * from unit_score($place, $only_confirmed) where sheet = $sheet and period = $period
),
former as (
    select * from unit_score($place, $only_confirmed) where sheet = $sheet and period = $base
),
-- ranked: those of the kind of report the place's numbers rest on
ranked as (
    select unit_key, rank() over (order by round(share_percent, 6) desc) as rank
    from latest
    where of_kind and share_percent is not null
),
older as (
    select older_measure.unit_key, older_measure.period
    from older_measure($place, $period, $only_confirmed) as older_measure
    join score_sheet on score_sheet.points_indicator = older_measure.indicator
    where score_sheet.sheet = $sheet
),
final as (
    select
        commune.unit_key, commune.name, commune.kind, commune.longitude, commune.latitude,
        latest.unit_key is not null as reported,
        latest.points, latest.maximum, latest.share_percent, ranked.rank::bigint as rank,
        latest.mark_position, latest.passes, score_sheet.pass_percent, latest.points_to_pass,
        former.share_percent as base_share_percent,
        latest.share_percent - former.share_percent as difference_points,
        latest.basis, coalesce(latest.computed, false) as computed,
        coalesce(latest.confirmed, false) as confirmed, coalesce(latest.illustrative, false) as illustrative,
        latest.last_day,
        if(latest.unit_key is null, older.period, null) as older_period
    from commune
    join score_sheet on score_sheet.sheet = $sheet
    left join latest on latest.unit_key = commune.unit_key
    left join former on former.unit_key = commune.unit_key and former.illustrative = latest.illustrative
    left join ranked on ranked.unit_key = commune.unit_key
    left join older on older.unit_key = commune.unit_key
    order by latest.share_percent desc nulls last, commune.name, commune.unit_key
)
select * from final
