-- What forms list one by one of votes of households and dialogues, and what consultations and inspections lacked.

alter table consultation add column deadline date;       -- until when opinions were asked
alter table consultation add column taken_up integer;    -- opinions taken up
alter table consultation add column sheet varchar;
alter table consultation add column cell varchar;
alter table inspection add column sheet varchar;
alter table inspection add column cell varchar;

create table vote (
    report_id varchar not null,
    ordinal integer not null,
    matter varchar not null,           -- what households decided
    held_in varchar,                   -- the village, as written
    held_on date,
    way varchar check (way in ('meeting', 'slips', 'online', 'mixed')),
    entitled integer,                  -- households
    voted integer,
    voted_online integer,
    agreed integer,
    result varchar check (result in ('passed', 'failed')),
    quote varchar not null,
    passage integer,
    sheet varchar,
    cell varchar,
    primary key (report_id, ordinal)
);
comment on table vote is 'one matter put to a vote of households, as one report lists it';

create table dialogue (
    report_id varchar not null,
    ordinal integer not null,
    topic varchar not null,
    chaired_by varchar,                -- the post, as written
    held_on date,
    attended integer,                  -- people
    opinions integer,
    settled integer,                   -- opinions settled or answered
    quote varchar not null,
    passage integer,
    sheet varchar,
    cell varchar,
    primary key (report_id, ordinal)
);
comment on table dialogue is 'one dialogue of leaders with the people, as one report lists it';

create table reception_rule (
    level varchar not null check (level in ('province', 'district', 'commune')),
    valid_from date not null,
    valid_to date,
    days integer,                      -- NULL: the number in force is not known here
    per varchar not null check (per in ('week', 'month')),
    source_vi varchar not null,
    source_en varchar not null,
    primary key (level, valid_from)
);
comment on table reception_rule is 'how many days the head of one level has to receive citizens, from when to when';

create table reporting_rule (
    rule varchar primary key,
    position integer not null,
    level varchar not null check (level in ('province', 'district', 'commune')),
    place varchar,                     -- unit_key; NULL: everywhere
    period_name varchar not null,      -- 'm06', 'year' …
    due_month integer not null,
    due_day integer not null,
    due_next_year boolean not null,    -- the due day lies in the year after
    valid_from date not null,
    valid_to date,
    illustrative boolean not null,     -- no document stands behind it
    source_vi varchar not null,
    source_en varchar not null
);
comment on table reporting_rule is 'who has to report for which period by which day';
