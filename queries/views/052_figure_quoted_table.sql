-- What a report quotes for another period: offered beside as its own word on the base, never used.

create or replace table figure_quoted as
select
    report.unit_key, report.period, figure_decided.part_period as base, figure_decided.indicator,
    figure_decided.counted_unit, figure_decided.value, figure_decided.confirmed, figure_decided.confidence
from figure_decided
join report_standing as report using (report_id)
where report.standing and figure_decided.status <> 'rejected'
  and figure_decided.part_period is not null and figure_decided.part_period <> report.period
  and figure_decided.part_unit_key is null;
comment on table figure_quoted is 'one figure that a unit''s report quotes for another period than its own';
