-- What a report may be where it does not say for certain, and what people said of it.

create table particular_candidate (
    report_id varchar not null,
    field varchar not null check (field in ('unit', 'period')),
    ordinal integer not null,          -- the likeliest first: the one that was taken
    value varchar not null,            -- a unit_key; a period's code
    likelihood double not null,        -- 0 to 1
    quote varchar not null,            -- the words it rests on
    primary key (report_id, field, ordinal)
);
comment on table particular_candidate is 'one value that the unit or period of a report may have; the review asks';

create table particular_decision (
    decision_id varchar primary key,
    report_id varchar not null,
    field varchar not null check (field in ('unit', 'period')),
    value varchar not null,
    decided_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    decided_at timestamp not null,     -- UTC
    position bigint not null           -- order of deciding: the highest of a report and field holds
);
comment on table particular_decision is 'one statement of whose a report is, or for when';
