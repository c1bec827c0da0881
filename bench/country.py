"""A store in which every commune of the country has reported, made of the sample's.

Communes without a report get those of one of the sample's, with its score and a few times its petitions,
illustrative like these. Forms of 3,226 more communes would take minutes to load; what a map costs depends on
how many communes have a colour, not on where it came from.
"""

from __future__ import annotations

from pathlib import Path

from grassroots.store.folder import Folder
from grassroots.store.writing import writing

_PERIODS = ["2025-m09", "2026-m09"]
_LENT = """
create temp table lent as
with lender as (
    select unit_key, row_number() over (order by unit_key) - 1 as number, count(*) over () as lenders
    from (select distinct report.unit_key from report join unit using (unit_key)
          where unit.level = 'commune' and unit.valid_to is null)
),
borrower as (
    select unit_key, row_number() over (order by unit_key) - 1 as number
    from unit
    where level = 'commune' and valid_to is null and unit_key not in (select unit_key from lender)
)
select
    report.report_id, borrower.unit_key, left(md5(report.report_id || borrower.unit_key), 16) as lent_id,
    2 + borrower.number // lender.lenders as times
from borrower
join lender on lender.number = borrower.number % lender.lenders
join report on report.unit_key = lender.unit_key and list_contains($periods, report.period)
"""
_REPORTS = """
insert into report
select report.* replace (lent.lent_id as report_id, lent.unit_key as unit_key)
from report join lent using (report_id)
"""
_FIGURES = """
insert into figure
select
    figure.* replace (
        lent.lent_id || '-' || figure.ordinal as figure_id, lent.lent_id as report_id,
        figure.value * if(indicator.kind in ('flow', 'stock'), lent.times, 1) as value)
from figure
join lent using (report_id)
join indicator on indicator.code = figure.indicator
where figure.part is null
  and (starts_with(figure.indicator, 'don_') or starts_with(figure.indicator, 'cqtt_'))
"""


def fill_country(store: Path) -> None:
    """Every commune in force gets reports of two periods."""
    with writing(Folder(store)) as connection:
        connection.execute(_LENT, {"periods": _PERIODS})
        connection.execute(_REPORTS)
        connection.execute(_FIGURES)
