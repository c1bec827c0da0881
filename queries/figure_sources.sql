-- title: Every figure behind one number of a place
-- grain: one figure in one role
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   indicator varchar: a code of the catalogue
--   only_confirmed boolean: count decided figures and forms only
-- columns:
--   figure_id varchar
--   role varchar: value, numerator, denominator; part when the value is computed from kinds
--   indicator varchar: the figure's own
--   report_id varchar
--   unit_key varchar: the unit the figure is about
--   unit_name varchar
--   unit_kind varchar
--   value double: after decisions
--   used boolean: the number shown rests on it
--   basis varchar: own (of the place itself), sum (addend), reported_above
--   counted_unit varchar
--   token varchar
--   quote varchar
--   passage integer
--   page integer
--   section varchar
--   sheet varchar
--   cell varchar
--   part varchar
--   status varchar: unconfirmed, confirmed, corrected, rejected, form
--   confidence double (0-1)
--   approximate varchar
--   source_kind varchar: form, narrative
--   number varchar: of the report
--   issued_on date
--   period varchar
--   last_day date
--   illustrative boolean

with addend as (
    select unit_key, addend_scope as scope from place_unit where place = $place
    union
    select $place, unnest(['whole_area', 'unknown'])
),
-- the indicator's own figures, those of its quotient, and the parts of a total that isn't stated
wanted as (
    select indicator, min(role) as role
    from (
        select $indicator as indicator, '1 value' as role
        union all select numerator, '2 numerator' from indicator where code = $indicator
        union all select denominator, '3 denominator' from indicator where code = $indicator
    )
    where indicator is not null
    group by indicator
),
part as (
    select part as indicator, min(wanted.indicator) as total, '4 part' as role
    from total_of_parts join wanted on wanted.indicator = total_of_parts.total
    where part not in (select indicator from wanted)
    group by part
),
role as (
    select indicator, indicator as total, role from wanted union all select indicator, total, role from part
),
counting as (
    select figure_counted.*, role.role, role.total
    from figure_counted
    join addend using (unit_key, scope)
    join role using (indicator)
    where figure_counted.period = $period and not figure_counted.only_confirmed
),
in_use as (
    select figure_id from figure_counted where only_confirmed = $only_confirmed and chosen and period = $period
),
-- which reading is shown, and of which kind of report
shown as (
    select
        any_value(basis) as basis, any_value(illustrative) as illustrative,
        coalesce(any_value(kind) = 'ratio' and any_value(denominator) is not null, false) as recomputed
    from area_reading($place, $only_confirmed, 'reported')
    where period = $period and indicator = $indicator
),
computed_total as (
    select unit_key, scope, indicator as total from measured
    where only_confirmed = $only_confirmed and period = $period and computed
),
final as (
    select
        counting.figure_id, split_part(counting.role, ' ', 2) as role, counting.indicator,
        counting.report_id, counting.unit_key, unit.name as unit_name, unit.kind as unit_kind,
        counting.value,
        in_use.figure_id is not null
            and coalesce(counting.illustrative = shown.illustrative, true)
            and (unit.level = 'commune' and shown.basis = 'sum' or counting.unit_key = $place
                 or counting.scope = 'own_agency' and shown.basis = 'sum')
            and (counting.scope = 'own_agency') = (shown.basis = 'sum' and unit.level <> 'commune')
            and (counting.role <> '4 part' or computed_total.total is not null)
            -- a stated rate stands beside the one recomputed from its parts
            and not (counting.role = '1 value' and shown.recomputed) as used,
        case
            when counting.basis = 'reported_above' then 'reported_above'
            when counting.unit_key = $place and counting.scope <> 'own_agency' then 'own'
            else 'sum'
        end as basis,
        figure.counted_unit, figure.token, figure.quote, figure.passage, passage.page, passage.section,
        figure.sheet, figure.cell, figure.part,
        case
            when newest.action = 'confirm' then 'confirmed'
            when newest.action = 'correct' then 'corrected'
            when newest.action = 'reject' then 'rejected'
            else if(report.source_kind = 'form', 'form', 'unconfirmed')
        end as status,
        figure.confidence, figure.approximate, report.source_kind, report.number, report.issued_on,
        report.period, report.last_day, report.illustrative
    from counting
    cross join shown
    join figure using (figure_id)
    join report on report.report_id = counting.report_id
    join unit on unit.unit_key = counting.unit_key
    left join in_use on in_use.figure_id = counting.figure_id
    left join computed_total
        on computed_total.unit_key = counting.unit_key and computed_total.scope = counting.scope
        and computed_total.total = counting.total
    left join passage on passage.report_id = counting.report_id and passage.number = figure.passage
    left join (
        select figure_id, arg_max(action, position) as action from decision_standing group by figure_id
    ) as newest on newest.figure_id = counting.figure_id
    order by used desc, counting.role, counting.value desc, unit.name, counting.figure_id
)
select * from final
