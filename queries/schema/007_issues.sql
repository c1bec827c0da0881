-- What people decided on issues, and the rules that issues break. Issues themselves are derived.

create table issue_decision (
    decision_id varchar primary key,
    issue_id varchar not null,         -- what was wrong, as it was said: other figures make another issue
    report_id varchar not null,
    rule varchar not null,
    action varchar not null check (action in ('accept', 'will_correct', 'reopen')),
    reason varchar,                    -- accept: why it is right as it stands
    decided_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    decided_at timestamp not null,     -- UTC
    position bigint not null           -- order of deciding: the highest of an issue holds
);
comment on table issue_decision is 'one word of a person on one issue; the newest holds';

create table check_rule (
    rule varchar primary key,
    position integer not null,
    kind varchar not null,
    severity varchar not null check (severity in ('error', 'warning', 'note')),
    whole varchar,
    parts varchar,                     -- indicator codes joined by |
    same_counted_unit varchar,         -- yes, no
    without varchar,                   -- indicator codes that a general rule leaves alone, joined by |
    factor double,
    at_least double
);
comment on table check_rule is 'one rule of data/reference/checks.csv';
