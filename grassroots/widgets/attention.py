"""What needs attention: at most four kinds, each a count, a name and examples; the worst kind as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grassroots.names import unit_heading
from grassroots.text import count, points
from grassroots.text.numbers import maximum
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.present import about_slide
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

KINDS = ("overdue", "not_reported", "not_adding_up", "under_mark")
SHOWN_BARS = 5
SHOWN_EXAMPLES = 4
_PAGES = {"not_reported": "reports", "not_adding_up": "reports", "under_mark": "scores"}

Matters = Sequence[dict[str, Any]]


def attention() -> None:
    """Draws the block for the place and period."""
    current = view()
    about_slide("overdue", number="don_qua_han")
    found = rows("attention")
    by_kind = {kind: [row for row in found if row["kind"] == kind] for kind in KINDS}
    overdue = worst_first(by_kind["overdue"])
    body = render(
        "attention",
        current.language,
        overdue=overdue[:SHOWN_BARS],
        longest=max((row["count"] for row in overdue), default=1),
        overdue_head=overdue_head(overdue, current),
        notes=[
            {
                "kind": kind,
                "count": len(by_kind[kind]),
                "examples": _examples(kind, by_kind[kind], current),
                "page": _PAGES[kind],
            }
            for kind in KINDS[1:]
            if by_kind[kind]
        ],
    )
    clickable(body, key="attention")


def worst_first(overdue: Matters) -> list[dict[str, Any]]:
    """Units by overdue petitions, the most first."""
    return sorted((row for row in overdue if row["count"]), key=lambda row: (-row["count"], row["name"]))


def most_of_them(overdue: Matters, shown: int = SHOWN_BARS) -> tuple[int, int, int]:
    """Overdue petitions of the worst units, how many units these are, and all overdue petitions."""
    ordered = worst_first(overdue)
    return (
        sum(row["count"] for row in ordered[:shown]),
        len(ordered[:shown]),
        sum(row["count"] for row in ordered),
    )


def overdue_head(overdue: Matters, current: View) -> str:
    top, units, total = most_of_them(overdue)
    fields = {
        name: count(value, current.language)
        for name, value in {"top": top, "units": units, "total": total}.items()
    }
    key = "attention.overdue_all" if top == total else "attention.overdue_top"
    return current.words(key, communes=current.communes(), **fields)


def _examples(kind: str, found: Matters, current: View) -> str:
    if kind == "under_mark":
        ordered = sorted(found, key=lambda row: (row["points"] or 0) / (row["maximum"] or 1))
        lowest = ordered[0]
        fields = {
            "points": points(lowest["points"] or 0, current.language),
            "maximum": maximum(lowest["maximum"] or 0, current.language),
        }
        return current.words("attention.lowest", name=_name(lowest, current), **fields)
    names = [_name(row, current) for row in found[:SHOWN_EXAMPLES]]
    more = len(found) - len(names)
    listed = ", ".join(names)
    return (
        current.words("attention.and_more", names=listed, more=count(more, current.language))
        if more
        else listed
    )


def _name(row: dict[str, Any], current: View) -> str:
    return unit_heading(row["name"], row["unit_kind"], current.language)
