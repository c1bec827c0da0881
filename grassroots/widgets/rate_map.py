"""Petitions settled of those accepted, on the map."""

from __future__ import annotations

from collections.abc import Sequence

from grassroots.maps import State
from grassroots.text import change, count, percent
from grassroots.widgets.data import rows
from grassroots.widgets.map_block import map_block
from grassroots.widgets.mapped import Found, Subject, other_period
from grassroots.widgets.present import about_slide
from grassroots.widgets.training import among
from grassroots.widgets.view import View, view

_NAMED, _EXTREMES = 5, 2


def rate_map(*, height: int = 430, width: int = 270) -> None:
    """Rates by quartile of those ranked; circles by petitions accepted at a switch."""
    about_slide("rate", number="ty_le_giai_quyet")
    map_block(rates(view()), height=height, width=width)


def rates(current: View) -> Subject:
    """Rows of ``complaint_resolution_by_unit.sql``; for a commune those of its neighbours too."""
    wider = among(current)

    def found(period: str | None) -> Sequence[Found]:
        own = {**wider, **other_period(period)}
        return rows("complaint_resolution_by_unit", **own)

    return Subject(
        name="rates",
        title=current.words("complaints.by_unit"),
        rows=found,
        value=lambda row: row["rate_percent"],
        state=_state,
        said=lambda row: _said(row, current),
        count=lambda row: row["accepted"],
        captions={
            "quartile": current.words("legend.quartiles"),
            "continuous": current.words("legend.continuous"),
        },
        small=current.words("legend.small"),
        missing=current.words("legend.missing"),
        named=_named,
        circles=current.words("legend.circles"),
    )


def _state(row: Found) -> State:
    if not row["reported"]:
        return "missing"
    return "small" if row["rank_first"] is None else "class"


def _named(found: Sequence[Found]) -> list[str]:
    """Most overdue petitions first, as the title counts them; then the highest and the lowest rates."""
    overdue = sorted((row for row in found if row["overdue"]), key=lambda row: (-row["overdue"], row["name"]))
    ranked = sorted(
        (row for row in found if _state(row) == "class"), key=lambda row: (row["rate_percent"], row["name"])
    )
    extremes = [*ranked[:_EXTREMES], *ranked[::-1][:_EXTREMES]]
    return [row["unit_key"] for row in [*overdue[:_NAMED], *extremes]]


def _said(row: Found, current: View) -> tuple[str, ...]:
    counts = current.words(
        "legend.counts",
        settled=count(row["settled"] or 0, current.language),
        accepted=count(row["accepted"] or 0, current.language),
    )
    said = [counts]
    if row["rate_percent"] is not None and not row["small"]:
        said.insert(0, percent(row["rate_percent"], current.language))
    if row["rank_first"] is not None:
        said.append(current.words("legend.rank", rank=rank_range(row)))
    if row["overdue"]:
        said.append(current.words("legend.overdue", count=count(row["overdue"], current.language)))
    if row["difference_points"] is not None and not row["small"]:
        moved = change(row["difference_points"], current.language, 1)
        said.append(current.words("legend.change", change=moved))
    return tuple(said)


def rank_range(row: Found) -> str:
    """``1–4``, or ``3`` where the interval leaves no doubt."""
    first, last = int(row["rank_first"]), int(row["rank_last"])
    return str(first) if first == last else f"{first}–{last}"
