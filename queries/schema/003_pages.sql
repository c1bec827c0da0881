-- Where passages are seen on the pages of PDF files and pictures, so that a figure can be marked there.

create table page_line (
    report_id varchar not null,
    ordinal integer not null,          -- in the order of passages
    page integer not null,             -- from 1
    left_edge double not null,         -- fractions of the page's width and height as it is shown,
    top_edge double not null,          -- from 0 at the left and at the top
    right_edge double not null,
    bottom_edge double not null,
    passage integer not null,          -- passage.number
    line_start integer not null,       -- characters of the passage's text that stand in this line
    line_end integer not null,
    primary key (report_id, ordinal)
);
comment on table page_line is 'one line of a page of a report, and the stretch of a passage that it holds';
