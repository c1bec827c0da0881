-- A rate of every commune of a place with what it can fairly be held against: its like, and itself a year before.

-- Wards and townships are urban, communes rural (Law 77/2015/QH13 art. 2; Law 72/2025/QH15 art. 1); special zones,
-- islands most of them, are like neither.
create or replace macro settlement_of(kind) as
    case when kind in ('phường', 'thị trấn') then 'urban' when kind = 'đặc khu' then 'special' else 'rural' end;

-- Thirds by size, 1 the smallest: equal sizes stay together.
create or replace macro third_of(size, first_third, second_third) as
    case when size <= first_third then 1 when size <= second_third then 2 when size > second_third then 3 end;

-- The 95 % interval of a difference of two shares in percentage points after Newcombe (Statistics in Medicine 17,
-- 1998, method 10), from the Wilson intervals of both: latest less former.
create or replace macro newcombe_low(share, low, former_share, former_high) as
    share - former_share - sqrt((share - low) ^ 2 + (former_high - former_share) ^ 2);

create or replace macro newcombe_high(share, high, former_share, former_low) as
    share - former_share + sqrt((high - share) ^ 2 + (former_share - former_low) ^ 2);

-- of_kind: of the kind of report that the place's numbers rest on, as in every ranking.
create or replace macro unit_rate(place_key, period_code, base_code, confirmed_only, ratio) as table
with found as (
    select
        unit_key, numerator, denominator, value as rate_percent, confirmed, illustrative, last_day,
        if(not_comparable_because is null, base_numerator, null) as base_numerator,
        if(not_comparable_because is null, base_denominator, null) as base_denominator,
        joined and not_comparable_because is null as joined
    from unit_pair(place_key, period_code, base_code, confirmed_only, wanted := [ratio])
    where is_commune and denominator > 0
    qualify row_number() over (partition by unit_key order by denominator desc) = 1
),
of_one_kind as (
    select *, illustrative = min(illustrative) over () as of_kind from found
)
select
    found.*, unit.name, unit.kind,
    settlement_of(unit.kind) as settlement,
    ['few', 'middle', 'many'][third_of(denominator, quantile_disc(denominator, 1 / 3) over (),
        quantile_disc(denominator, 2 / 3) over ())] as size_class,
    population.persons,
    ['small_place', 'middle_place', 'large_place'][third_of(persons, quantile_disc(persons, 1 / 3) over (),
        quantile_disc(persons, 2 / 3) over ())] as population_class,
    is_small(denominator) as small,
    wilson_low(numerator, denominator) as low_percent,
    wilson_high(numerator, denominator) as high_percent,
    100 * base_numerator / nullif(base_denominator, 0) as base_rate_percent,
    wilson_low(base_numerator, base_denominator) as base_low_percent,
    wilson_high(base_numerator, base_denominator) as base_high_percent
from of_one_kind as found
join unit using (unit_key)
left join population_for(period_code) as population using (unit_key);

create or replace macro is_like(settlement, size_class, population_class, wanted) as
    wanted is null or coalesce(wanted in (settlement, size_class, population_class), false);
