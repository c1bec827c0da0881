-- Resolutions on the measures that guarantee grassroots democracy: filled from data/reference/resolutions/.

create table resolution (
    resolution varchar primary key,    -- 'quang_ninh_179_2023': the file's name
    position integer not null,         -- the oldest first
    kind varchar not null check (kind in ('resolution', 'plan', 'draft')),
    number varchar,                    -- NULL: none yet
    title_vi varchar not null,
    title_en varchar not null,
    issuer_vi varchar not null,
    issuer_en varchar not null,
    issued_on date not null,
    valid_from date,                   -- NULL: a draft
    valid_to date,                     -- NULL: until somebody says otherwise
    carries_out varchar,               -- the resolution that a plan carries out
    read_in_vi varchar not null,       -- what the summary was made from
    read_in_en varchar not null
);
comment on table resolution is 'one resolution, plan or draft';

create table resolution_place (
    resolution varchar not null,
    unit_key varchar not null,         -- of the time it was made
    primary key (resolution, unit_key)
);
comment on table resolution_place is 'one unit that a resolution was made for';

create table resolution_measure (
    resolution varchar not null,
    measure varchar not null,          -- '1.3': the numbers of where it stands
    position integer not null,
    cite_vi varchar not null,
    cite_en varchar not null,
    title_vi varchar not null,
    title_en varchar not null,
    primary key (resolution, measure)
);
comment on table resolution_measure is 'one measure (group of clauses) of one resolution';

create table resolution_clause (
    resolution varchar not null,
    clause varchar not null,           -- '1.3.a'
    measure varchar not null,
    position integer not null,
    cite_vi varchar not null,
    cite_en varchar not null,
    says_vi varchar not null,          -- a summary, not the words of the resolution
    says_en varchar not null,
    responsible_vi varchar not null,
    responsible_en varchar not null,
    lists varchar[] not null,          -- what reports name one by one that shows it too
    not_shown_vi varchar,              -- what no report can show of it
    not_shown_en varchar,
    valid_from date,                   -- NULL: as the resolution
    valid_to date,
    primary key (resolution, clause)
);
comment on table resolution_clause is 'one clause of one resolution; without an aim no report can show it';

create table clause_aim (
    resolution varchar not null,
    clause varchar not null,
    indicator varchar not null,        -- '@reporting': the unit's own report of the period
    position integer not null,
    at_least double,                   -- in the indicator's unit; NULL: the clause asks no number
    due varchar not null check (due in ('period', 'year')),
    because_vi varchar,                -- how the number follows from the clause
    because_en varchar,
    primary key (resolution, clause, indicator)
);
comment on table clause_aim is 'one indicator that shows one clause, and what the clause asks of it';
