-- title: Reception days held by leaders beside what the law in force at the time asks
-- grain: one unit of the place: each commune, and the bodies above them for their own agency
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   unit_key varchar: the unit
--   name varchar: its name without its kind
--   kind varchar: tỉnh, huyện, xã, phường …
--   level varchar: province, district, commune
--   held double (days): as reported; NULL when not reported
--   required_reported double (days): as reported
--   required_by_law double (days): whole weeks or months of the days covered; NULL where a rule's number is not on file
--   differs boolean: reported and by law are not the same
--   share_percent double (%): held of what the law asks, else of what was reported as required
--   first_day date: of the days covered
--   last_day date
--   illustrative boolean

with told as (
    select
        measured.unit_key, measured.illustrative, measured.first_day, measured.last_day,
        max(measured.value) filter (where measured.indicator = 'tcd_dinh_ky_ngay') as held,
        max(measured.value) filter (where measured.indicator = 'tcd_dinh_ky_ngay_quy_dinh') as required_reported
    from measured
    join place_unit
        on place_unit.place = $place and place_unit.unit_key = measured.unit_key
        and place_unit.addend_scope = measured.scope
    where measured.only_confirmed = $only_confirmed and measured.period = $period
      and measured.indicator in ('tcd_dinh_ky_ngay', 'tcd_dinh_ky_ngay_quy_dinh')
    group by measured.unit_key, measured.illustrative, measured.first_day, measured.last_day
),
figure as (
    select * from told
    qualify row_number() over (partition by unit_key order by illustrative, held is null, last_day desc) = 1
),
-- the stretch of a report's days that each rule covers
stretch as (
    select
        figure.unit_key, reception_rule.days, reception_rule.per,
        greatest(figure.first_day, reception_rule.valid_from) as from_day,
        least(figure.last_day, coalesce(reception_rule.valid_to, date '9999-12-31')) as to_day
    from figure
    join unit using (unit_key)
    join reception_rule
        on reception_rule.level = unit.level and reception_rule.valid_from <= figure.last_day
        and coalesce(reception_rule.valid_to, date '9999-12-31') >= figure.first_day
),
law as (
    select
        unit_key,
        if(bool_or(days is null), null,
            sum(days * if(per = 'week', floor((to_day - from_day + 1) / 7),
                datediff('month', from_day, to_day + 1)))) as required
    from stretch
    group by unit_key
),
final as (
    select
        unit.unit_key, unit.name, unit.kind, unit.level, figure.held, figure.required_reported,
        law.required::double as required_by_law,
        coalesce(law.required <> figure.required_reported, false) as differs,
        100 * figure.held / nullif(coalesce(law.required, figure.required_reported), 0) as share_percent,
        figure.first_day, figure.last_day, coalesce(figure.illustrative, false) as illustrative
    from place_unit
    join unit using (unit_key)
    left join figure using (unit_key)
    left join law using (unit_key)
    where place_unit.place = $place and (unit.level = 'commune' or figure.unit_key is not null)
    order by unit.name, unit.unit_key
)
select * from final
