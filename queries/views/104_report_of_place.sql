-- Standing reports of a place and below for every period, of one kind: real ones as soon as one is real.

create or replace macro report_of_place(place_key) as table
with report as (
    select report_standing.*, unit.level = 'commune' as of_commune
    from report_standing
    join place_unit
        on place_unit.unit_key = report_standing.unit_key and place_unit.place = place_key
    join unit on unit.unit_key = report_standing.unit_key
    where report_standing.standing
)
select * from report
qualify not illustrative or not bool_or(not illustrative) over (partition by period);
