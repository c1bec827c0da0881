-- What official statistical forms say: every value of theirs is a figure or a form cell.

create table report_form (
    report_id varchar not null,
    ordinal integer not null,
    form varchar not null,             -- '01/TCD'
    circular varchar not null,         -- '01/2024/TT-TTCP'
    title varchar not null,            -- as the circular has it
    sheet varchar not null,
    primary key (report_id, ordinal)
);
comment on table report_form is 'one official statistical form of one report';

create table form_cell (
    report_id varchar not null,
    ordinal integer not null,
    form varchar not null,
    circular varchar not null,
    column_number integer,             -- in the form; NULL: a column that the form doesn't have
    heading varchar not null,          -- 'Tiếp thường xuyên > Số vụ việc > Tiếp lần đầu'
    row_name varchar not null,         -- as written; '' where the table has one row without a name
    row_kind varchar not null check (row_kind in ('total', 'group', 'place', 'body')),
    row_unit_key varchar,              -- the row resolved to a unit
    value double not null,             -- in the unit of the column
    token varchar not null,            -- as written
    sheet varchar not null,
    cell varchar not null,
    primary key (report_id, ordinal)
);
comment on table form_cell is 'one value of one official form that no indicator stands for';
