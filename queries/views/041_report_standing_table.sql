-- Which reports count, computed once.

create or replace table report_standing as select * from report_standing_live;
comment on table report_standing is 'one report; standing: its figures count; superseded: a revision counts instead';
