-- Scenarios that people saved, with the figures that they looked at: so that it can be said later what moved.

create table saved_scenario (
    saved_id varchar primary key,
    name varchar not null,
    scenario varchar not null,         -- as it stands in the URL
    place varchar not null,            -- unit_key
    period varchar not null,
    base varchar,
    only_confirmed boolean not null,
    rate_now double,                   -- the place's resolution rate as reported when it was saved; %
    rate_then double,                  -- and under the scenario
    saved_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    saved_at timestamp not null,       -- UTC
    position bigint not null,          -- order of saving
    dropped_by varchar,
    dropped_at timestamp               -- UTC; NULL while it is on the list
);
comment on table saved_scenario is 'one scenario that somebody saved by name';

create table saved_figure (
    saved_id varchar not null,
    unit_key varchar not null,
    indicator varchar not null,
    value double,                      -- as reported when the scenario was saved; NULL: not reported
    primary key (saved_id, unit_key, indicator)
);
comment on table saved_figure is 'one figure of one commune as it was reported when a scenario was saved';

create table composite_part (
    composite varchar not null,
    part varchar not null,
    position integer not null,
    name_vi varchar not null,
    name_en varchar not null,
    indicator varchar not null,
    out_of varchar,                    -- the indicator that holds what it is the share of
    full_at double,                    -- the value that is worth all points, where there is no such indicator
    weight double not null,
    source varchar not null,           -- the document that set it, or 'illustrative'
    primary key (composite, part)
);
comment on table composite_part is 'one part of one composite measure, with its weight';
