-- What reports name one by one, beside their figures. Rows of narratives count until somebody rejects them.

alter table training_course add column courses integer;      -- how many of the kind the words name; NULL: one
alter table training_course add column held_month date;      -- its first day, where only the month is said
alter table training_course add column quote_start integer;  -- offsets of the quote in the passage's text
alter table training_course add column quote_end integer;
alter table award add column quote_start integer;
alter table award add column quote_end integer;

create table score_total (
    report_id varchar not null,
    ordinal integer not null,
    sheet varchar,                     -- a code of data/reference/score_sheets.csv; NULL: none of these
    sheet_name varchar not null,       -- as written
    unit varchar,                      -- as written; NULL: the report's own
    unit_key varchar,                  -- NULL: not known below the report's own unit
    points double,                     -- as verified; NULL: only marked by the unit itself
    maximum double,                    -- NULL: not said
    self_points double,                -- as the unit marked itself
    mark varchar,                      -- the rank or standing as written
    scored_on date,
    quote varchar not null,
    passage integer,
    quote_start integer,
    quote_end integer,
    primary key (report_id, ordinal)
);
comment on table score_total is 'one unit''s total on one score sheet as one report names it; what counts are its figures';

create table inspection (
    report_id varchar not null,
    ordinal integer not null,
    inspected_by varchar,              -- as written; NULL: not said
    inspected varchar,                 -- whom, as written
    units integer,                     -- how many of them
    inspections integer,               -- how many inspections the words name; NULL: one
    topic varchar,
    held_on date,
    held_month date,                   -- its first day, where only the month is said
    planned boolean,                   -- false: unscheduled; NULL: not said
    found varchar,                     -- what was found, as written
    quote varchar not null,
    passage integer,
    quote_start integer,
    quote_end integer,
    primary key (report_id, ordinal)
);
comment on table inspection is 'one inspection, or several told together, that one report names';

create table consultation (
    report_id varchar not null,
    ordinal integer not null,
    draft varchar not null,            -- what opinions were asked on
    asked_by varchar,                  -- as written; NULL: not said
    asked_whom varchar,                -- the unit or people asked, as written
    held_on date,
    held_month date,                   -- its first day, where only the month is said
    counted varchar,                   -- what was counted, as written: phiếu, cử tri, hộ, văn bản
    asked integer,
    answered integer,
    in_favour integer,
    opposed integer,
    opinions integer,                  -- opinions given, where they aren't answers one by one
    quote varchar not null,
    passage integer,
    quote_start integer,
    quote_end integer,
    primary key (report_id, ordinal)
);
comment on table consultation is 'one consultation on one draft that one report names';

create table row_decision (
    decision_id varchar primary key,
    report_id varchar not null,
    list varchar not null check (list in (
        'training_course', 'award', 'score_total', 'inspection', 'consultation')),
    ordinal integer,                   -- NULL: the row is no longer read
    action varchar not null check (action in ('confirm', 'reject')),
    reason varchar,
    decided_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    decided_at timestamp not null,     -- UTC
    position bigint not null           -- order of deciding: the highest of a row holds
);
comment on table row_decision is 'one confirm or reject of one row of a list; the newest holds';
