-- Inhabitants, from files that an office gives. Append-only: what was loaded last holds for its unit and year.

create table population (
    entry_id varchar not null,         -- the journal entry that brought it
    unit_key varchar not null,
    year integer not null,
    persons bigint not null check (persons > 0),
    source varchar not null,           -- as the file says
    file_name varchar not null,
    line integer not null,             -- of the file, the heading is 1
    loaded_by varchar not null,
    loaded_at timestamp not null,      -- UTC
    position bigint not null,          -- order of loading: the highest of a unit and year holds
    primary key (entry_id, unit_key, year)
);
comment on table population is 'one unit''s inhabitants in one year as one file gives them';
