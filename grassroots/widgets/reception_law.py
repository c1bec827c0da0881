"""Leaders' reception days beside what the law in force at the time asks."""

from __future__ import annotations

from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.notices import nothing
from grassroots.widgets.render import render
from grassroots.widgets.training import among
from grassroots.widgets.view import view


def reception_against_law() -> None:
    """By unit: days held, days the unit says were required, days the law required; with the rules used."""
    current = view()
    wider = among(current)
    found = rows("reception_days", **wider)
    if not any(row["held"] is not None for row in found):
        block_head(current.words("participation.law.title"))
        nothing("participation")
        return
    told = [row for row in found if row["held"] is not None]
    told.sort(key=lambda row: (row["share_percent"] is None, row["share_percent"] or 0, row["name"]))
    body = render(
        "reception_law",
        current.language,
        units=told,
        silent=len(found) - len(told),
        rules=[
            {**rule, "source": rule[f"source_{current.language}"]}
            for rule in rows("reception_rules", **wider)
        ],
    )
    clickable(body, key="reception_law")
