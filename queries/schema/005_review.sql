-- What a reviewer needs beside a figure, and what people take back. Append-only like all facts.

create table figure_alternative (
    figure_id varchar not null,
    ordinal integer not null,          -- the likeliest first
    indicator varchar not null,
    part varchar,                      -- as written; NULL: the report's own total
    likelihood double not null,        -- 0 to 1
    primary key (figure_id, ordinal)
);
comment on table figure_alternative is 'one other possible reading of a figure';

create table withdrawal (
    decision_id varchar primary key,   -- the decision taken back
    withdrawn_by varchar not null,
    stated boolean not null,           -- the name was stated, not authenticated
    withdrawn_at timestamp not null,   -- UTC
    position bigint not null
);
comment on table withdrawal is 'one decision that somebody took back; what was decided before it holds again';

alter table decision add column counted_unit varchar;  -- correct: what is counted; NULL where it stays
