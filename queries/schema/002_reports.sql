-- Facts: append-only. A report and everything read from it are inserted in one transaction.

create table report (
    report_id varchar primary key,     -- the first 16 hex digits of the sha256 of its first file
    source_kind varchar not null check (source_kind in ('form', 'narrative')),
    unit_key varchar not null,
    issuer varchar,                    -- as written
    number varchar,                    -- NULL when blank
    issued_on date,
    period varchar not null,           -- '2024-m10'
    period_year integer not null,
    period_name varchar not null,      -- 'm10'
    months integer,                    -- cumulative months; NULL for periods that are not cumulative
    first_day date not null,           -- the true days covered
    last_day date not null,
    regime varchar not null check (regime in ('calendar', 'inspectorate')),
    scope varchar check (scope in ('whole_area', 'own_agency')),   -- NULL: unknown, the review asks
    illustrative boolean not null,
    replaces varchar,                  -- the report_id this one supersedes
    reader_version varchar not null,
    loaded_at timestamp not null,      -- UTC
    loaded_by varchar not null
);
comment on table report is 'one report of one unit';

create table report_file (
    sha256 varchar primary key,
    report_id varchar not null,
    file_name varchar not null,
    format varchar not null,
    bytes bigint not null,
    added_at timestamp not null,
    added_by varchar not null
);
comment on table report_file is 'one file of a report: the same report may have come as Word and as PDF';

create table particular (
    report_id varchar not null,
    field varchar not null,            -- issuer, number, issued_on, period, scope …
    quote varchar not null,
    passage integer,
    sheet varchar,
    cell varchar,
    sure double not null,
    primary key (report_id, field)
);
comment on table particular is 'the words one particular of a report rests on';

create table passage (
    report_id varchar not null,
    number integer not null,
    page integer,
    section varchar,
    kind varchar not null,
    text varchar not null,             -- verbatim
    primary key (report_id, number)
);
comment on table passage is 'one paragraph, list item or table row of a narrative report';

create table figure (
    figure_id varchar primary key,     -- report_id, '-', ordinal
    report_id varchar not null,
    ordinal integer not null,
    indicator varchar not null,
    counted_unit varchar,
    value double not null,
    approximate varchar check (approximate in ('about', 'over', 'under')),
    token varchar not null,
    quote varchar not null,
    passage integer,
    quote_start integer,
    quote_end integer,
    sheet varchar,
    cell varchar,
    part varchar,                      -- as written; NULL: the report's own total
    part_kind varchar,
    part_unit_key varchar,             -- the part resolved to a unit
    part_period varchar,               -- the part resolved to a period
    confidence double not null,
    read_by varchar not null
);
comment on table figure is 'one number in one report';

create table decision (
    decision_id varchar primary key,
    figure_id varchar not null,
    action varchar not null check (action in ('confirm', 'correct', 'reject')),
    value double,                      -- correct: what it should be
    indicator varchar,                 -- correct: NULL where it stays
    part varchar,                      -- correct: NULL where it stays, '' for the report's own total
    part_unit_key varchar,
    part_period varchar,
    reason varchar,
    decided_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    decided_at timestamp not null,     -- UTC
    position bigint not null,          -- order of deciding: the highest of a figure holds
    carried varchar check (carried in ('changed', 'orphaned'))
    -- after a rebuild with a newer reader: it reads this figure otherwise, or no longer; NULL: as decided
);
comment on table decision is 'one confirm, correct or reject of a figure; the newest holds';

create table report_decision (
    decision_id varchar primary key,
    report_id varchar not null,
    scope varchar not null check (scope in ('whole_area', 'own_agency')),
    decided_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    decided_at timestamp not null,     -- UTC
    position bigint not null           -- order of deciding: the highest of a report holds
);
comment on table report_decision is 'one statement of what a report covers where it does not say so itself';

create table training_course (
    report_id varchar not null,
    ordinal integer not null,
    topic varchar not null,
    held_on date,
    days double,
    participants integer,
    audience varchar,
    quote varchar not null,
    passage integer,
    sheet varchar,
    cell varchar,
    primary key (report_id, ordinal)
);
comment on table training_course is 'one training course of one report';

create table award (
    report_id varchar not null,
    ordinal integer not null,
    kind varchar not null check (kind in ('model', 'collective', 'individual', 'locality')),
    name varchar not null,
    holder varchar,
    stage varchar,
    level varchar,
    form varchar,
    subject_field varchar,
    quote varchar not null,
    passage integer,
    sheet varchar,
    cell varchar,
    primary key (report_id, ordinal)
);
comment on table award is 'one model at one stage, or one commendation';

create table score (
    report_id varchar not null,
    ordinal integer not null,
    unit_key varchar not null,         -- the unit scored
    sheet varchar not null,
    criterion varchar not null,
    points double,                     -- NULL: not scored
    maximum double,                    -- what applies to the unit; NULL or 0: not applicable
    quote varchar not null,
    passage integer,
    sheet_name varchar,
    cell varchar,
    primary key (report_id, ordinal)
);
comment on table score is 'one criterion of one score sheet of one unit';

create table target (
    target_id varchar primary key,
    indicator varchar not null,
    unit_key varchar,
    value double not null,
    from_day date,
    to_day date,
    source varchar not null
);
comment on table target is 'one aim for one indicator';

create table issue (
    issue_id varchar primary key,
    report_id varchar not null,
    rule varchar not null,             -- a row of data/reference/checks.csv
    severity varchar not null check (severity in ('error', 'warning', 'note')),
    expected double,
    found double,
    difference double,
    figure_ids varchar[] not null,
    details json not null              -- what the sentence in text/*.yml is filled with
);
comment on table issue is 'one thing wrong with one report';

create table journal_entry (
    entry_id varchar primary key,
    position bigint not null,
    kind varchar not null,
    outcome varchar not null,          -- new, revision, copy, same, done; failed: could not be taken in again
    problem varchar,                   -- failed: why
    applied_at timestamp not null
);
comment on table journal_entry is 'one line of the journal that this database has taken in';
