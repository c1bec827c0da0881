-- Reference data: filled from data/reference/ whenever those files change; never by hand.

create table unit (
    unit_key varchar primary key,      -- '2025-07:25363': vintage and code
    vintage varchar not null,          -- '2020', '2025-01', '2025-07'
    code varchar not null,             -- General Statistics Office: 2, 3 or 5 digits
    name varchar not null,             -- 'Đồng Phú', without its kind
    kind varchar not null,             -- tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu
    level varchar not null check (level in ('province', 'district', 'commune')),
    parent_key varchar,                -- NULL for a province
    province_key varchar not null,     -- the unit itself for a province
    longitude double,
    latitude double,
    valid_from date not null,
    valid_to date,                     -- NULL while current
    population bigint,                 -- only from a population file that the office gave
    unique (vintage, code)
);
comment on table unit is 'one administrative unit of one vintage';

create table unit_succession (
    old_key varchar not null,
    new_key varchar not null,
    whole boolean not null,            -- false: only a part of the old unit went there
    note varchar,
    primary key (old_key, new_key)
);
comment on table unit_succession is 'one old unit and one new unit it went into, between neighbouring vintages';

create table unit_name (
    unit_key varchar not null,
    spelling varchar not null,
    folded varchar not null,           -- as grassroots.units.fold makes it: no diacritics, one tone placement
    primary key (unit_key, spelling)
);
comment on table unit_name is 'one spelling of a unit';

create table indicator (
    code varchar primary key,
    position integer not null,
    subject varchar not null,
    name_vi varchar not null,
    name_en varchar not null,
    unit_vi varchar not null,
    kind varchar not null check (kind in ('flow', 'stock', 'ratio', 'score')),
    better varchar check (better in ('higher', 'lower')),
    numerator varchar,
    denominator varchar
);
comment on table indicator is 'one indicator code, the contract with every report';

create table score_sheet (
    sheet varchar primary key,         -- 'cqtt_2024'
    name_vi varchar not null,
    name_en varchar not null,
    points_indicator varchar not null,   -- cqtt_diem
    maximum_indicator varchar not null,  -- cqtt_diem_toi_da
    valid_from date not null,
    valid_to date,
    pass_percent double not null,
    source varchar not null            -- the document that set it, or 'illustrative'
);
comment on table score_sheet is 'one version of one score sheet';

create table score_criterion (
    sheet varchar not null,
    criterion varchar not null,
    position integer not null,
    name_vi varchar not null,
    name_en varchar not null,
    maximum double not null,
    primary key (sheet, criterion)
);
comment on table score_criterion is 'one criterion of one score sheet';

create table score_mark (
    sheet varchar not null,
    position integer not null,         -- 1 is the best
    name_vi varchar not null,
    name_en varchar not null,
    from_percent double not null,
    passes boolean not null,
    primary key (sheet, position)
);
comment on table score_mark is 'one mark of one score sheet and the share of points it begins at';
