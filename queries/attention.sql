-- title: What needs attention in a place
-- grain: one matter of one unit, the heaviest first within a kind
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   base varchar null: the period compared with; NULL for none
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   kind varchar: overdue, not_reported, not_adding_up, under_mark
--   unit_key varchar: the unit
--   name varchar
--   unit_kind varchar: tỉnh, huyện, xã, phường …
--   count bigint: overdue petitions; issues; NULL otherwise
--   of_total bigint: overdue: petitions open; NULL otherwise
--   points double (points): under_mark
--   maximum double (points): under_mark
--   detail varchar: older period (not_reported); rule of the first issue (not_adding_up); sheet (under_mark)
--   report_id varchar: the report it concerns
--   base_count bigint: overdue: the same of the base period, when comparable
--   small boolean: overdue: fewer than 20 petitions accepted
--   illustrative boolean

with commune as (
    select unit.* from commune_of join unit using (unit_key) where commune_of.place = $place
),
report as (
    select * from report_of_place($place)
),
pair as (
    select *, illustrative = min(illustrative) over () as of_kind
    from unit_pair($place, $period, $base, $only_confirmed,
        wanted := ['don_qua_han', 'don_dang_giai_quyet', 'don_thu_ly'])
    where is_commune
),
overdue as (
    select
        'overdue' as kind, unit_key,
        max(value) filter (where indicator = 'don_qua_han') as count,
        max(value) filter (where indicator = 'don_dang_giai_quyet') as of_total,
        max(base_value) filter (where indicator = 'don_qua_han' and not_comparable_because is null) as base_count,
        is_small(max(value) filter (where indicator = 'don_thu_ly')) as small,
        bool_or(illustrative) as illustrative
    from pair
    where of_kind
    group by unit_key
    having max(value) filter (where indicator = 'don_qua_han') > 0
),
not_reported as (
    select
        'not_reported' as kind, commune.unit_key,
        max_by(earlier.period, earlier.last_day) as detail
    from commune
    anti join (from report where period = $period) as reported using (unit_key)
    left join report as earlier
        on earlier.unit_key = commune.unit_key and earlier.period <> $period
        and earlier.last_day < period_last_day(period_year_of($period), period_name_of($period))
    group by commune.unit_key
),
of_reports as (
    select
        'not_adding_up' as kind, report.unit_key, count(*) as count,
        min_by(issue.rule, (issue.severity, issue.issue_id)) as detail, min(issue.report_id) as report_id,
        bool_or(report.illustrative) as illustrative
    from issue_standing as issue
    join report using (report_id)
    where report.period = $period and issue.severity in ('error', 'warning') and issue.state = 'open'
    group by report.unit_key
),
under_mark as (
    select 'under_mark' as kind, unit_key, points, maximum, sheet as detail, illustrative, share_percent
    from unit_score($place, $only_confirmed)
    where period = $period and of_kind and not passes and sheet in (select sheet from sheet_in_force($period))
),
matter as (
    select * from overdue
    union all by name select * from not_reported
    union all by name select * from of_reports
    union all by name select * from under_mark
),
final as (
    select
        matter.kind, matter.unit_key, unit.name, unit.kind as unit_kind,
        matter.count::bigint as count, matter.of_total::bigint as of_total,
        matter.points, matter.maximum, matter.detail, matter.report_id,
        matter.base_count::bigint as base_count, matter.small,
        coalesce(matter.illustrative, false) as illustrative
    from matter
    join unit using (unit_key)
    order by list_position(['overdue', 'not_reported', 'not_adding_up', 'under_mark'], matter.kind),
        matter.count desc nulls last, matter.share_percent, unit.name, matter.unit_key
)
select * from final
