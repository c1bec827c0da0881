-- A figure as it holds after what people decided on it: the newest decision counts, the reading stays beside.

create or replace view figure_decided as
with newest as (
    select * from decision
    qualify row_number() over (partition by figure_id order by decided_at desc, decision_id desc) = 1
),
catalogue as (
    select code, kind, contains(unit_vi, '|') as counts_vary, unit_vi from indicator
),
joined as (
    select
        figure.*,
        report.source_kind,
        newest.action, newest.decided_by, newest.decided_at, newest.reason,
        newest.action = 'correct' as corrected,
        newest.value as new_value, newest.indicator as new_indicator, newest.part as new_part,
        newest.part_unit_key as new_part_unit_key, newest.part_period as new_part_period
    from figure
    join report using (report_id)
    left join newest using (figure_id)
),
held as (
    select
        * exclude (indicator, value, part, part_kind, part_unit_key, part_period, corrected, action),
        indicator as read_indicator,
        value as read_value,
        part as read_part,
        part_unit_key as read_part_unit_key,
        part_period as read_part_period,
        case when corrected then coalesce(new_indicator, indicator) else indicator end as indicator,
        case when corrected then coalesce(new_value, value) else value end as value,
        -- a correction leaves alone what it doesn't name; the empty part is the report's own total
        nullif(case when corrected then coalesce(new_part, part) else part end, '') as part,
        case when corrected and new_part = '' then null else part_kind end as part_kind,
        case
            when corrected and new_part = '' then null
            when corrected then coalesce(new_part_unit_key, part_unit_key)
            else part_unit_key
        end as part_unit_key,
        case
            when corrected and new_part = '' then null
            when corrected then coalesce(new_part_period, part_period)
            else part_period
        end as part_period,
        case action
            when 'confirm' then 'confirmed'
            when 'correct' then 'corrected'
            when 'reject' then 'rejected'
            else if(source_kind = 'form', 'form', 'unconfirmed')
        end as status
    from joined
)
select
    held.* exclude (counted_unit),
    held.counted_unit as read_counted_unit,
    -- đơn and vụ việc are told apart where the indicator leaves it open; elsewhere the catalogue says what counts
    case
        when not coalesce(catalogue.counts_vary, false) then coalesce(catalogue.unit_vi, held.counted_unit)
        when contains(lower(held.counted_unit), 'đơn') then 'đơn'
        when contains(lower(held.counted_unit), 'vụ') then 'vụ việc'
    end as counted_unit,
    held.status in ('confirmed', 'corrected', 'form') as confirmed
from held
left join catalogue on catalogue.code = held.indicator;
comment on view figure_decided is 'one figure as it holds after the newest decision on it';
