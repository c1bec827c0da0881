-- A figure as it holds after what people decided on it: the newest decision counts, the reading stays beside.

create or replace view figure_decided as
with newest as (
    select * from decision_standing
    qualify row_number() over (partition by figure_id order by position desc) = 1
),
catalogue as (
    select code, kind, contains(unit_vi, '|') as counts_vary, unit_vi from indicator
),
joined as (
    select
        figure.*,
        report.source_kind,
        newest.action, newest.decided_by, newest.decided_at, newest.reason,
        coalesce(newest.action = 'correct', false) as corrected,
        figure.read_by in ('person', 'kept') as of_a_person,
        corrected and newest.part is not null as repart,
        newest.value as new_value, newest.indicator as new_indicator, newest.part as new_part,
        newest.part_unit_key as new_part_unit_key, newest.part_period as new_part_period,
        newest.counted_unit as new_counted_unit
    from figure
    join report using (report_id)
    left join newest using (figure_id)
),
held as (
    select
        * exclude (
            indicator, value, part, part_kind, part_unit_key, part_period, counted_unit, new_counted_unit,
            corrected, repart, action
        ),
        indicator as read_indicator,
        value as read_value,
        part as read_part,
        part_unit_key as read_part_unit_key,
        part_period as read_part_period,
        counted_unit as read_counted_unit,
        case when corrected then coalesce(new_indicator, indicator) else indicator end as indicator,
        case when corrected then coalesce(new_value, value) else value end as value,
        -- a correction leaves alone what it doesn't name; the empty part is the report's own total
        nullif(if(repart, new_part, part), '') as part,
        if(repart and new_part = '', null, part_kind) as part_kind,
        if(repart, new_part_unit_key, part_unit_key) as part_unit_key,
        if(repart, new_part_period, part_period) as part_period,
        case when corrected then coalesce(new_counted_unit, counted_unit) else counted_unit end as counted_unit,
        case
            when action = 'confirm' then 'confirmed'
            when action = 'correct' then 'corrected'
            when action = 'reject' then 'rejected'
            when of_a_person then 'rejected'  -- what a person alone found falls with that person's word
            when source_kind = 'form' then 'form'
            else 'unconfirmed'
        end as status
    from joined
)
select
    held.* exclude (counted_unit, of_a_person),
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
