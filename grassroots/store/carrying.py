"""Decisions onto figures: found by what the journal says of them, so that they outlive a better reader.

A decision in the journal carries the whole figure it was about. As long as the reader is the same, that very
figure is found. A newer reader may read it otherwise (the decided reading then stands as a correction) or no
longer find it (a confirmed figure is then kept from the journal); both are listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import duckdb

from grassroots.store import checking
from grassroots.store.identity import is_known
from grassroots.store.journal import Entry
from grassroots.store.rows import Row, append, fetch

Fate = Literal["same", "changed", "orphaned"]

FIGURE_FIELDS = (
    *("indicator", "counted_unit", "value", "approximate", "token", "quote", "passage", "quote_start"),
    *("quote_end", "sheet", "cell", "part", "part_kind", "part_unit_key", "part_period"),
)
_PLACE = ("passage", "quote_start", "sheet", "cell")
_MEANING = ("indicator", "part", "value")


@dataclass(frozen=True, slots=True)
class Carried:
    """A decision that no longer meets the figure it was about. ``now`` is the value read now, if any."""

    sha256: str
    figure_id: str | None
    fate: Fate
    action: str
    indicator: str
    part: str | None
    value: float
    quote: str
    now: float | None = None


def apply_decisions(connection: duckdb.DuckDBPyConnection, entry: Entry) -> list[Carried]:
    """Inserts the decisions of one entry; gives those that didn't meet their figure as it was."""
    carried: list[Carried] = []
    rows: list[Row] = []
    reports: dict[str, list[Row]] = {}
    for number, decision in enumerate(entry.content["decisions"]):
        about = decision["figure"]
        report_id = is_known(connection, about["sha256"])
        if report_id is None:
            carried.append(_carried(about, decision, None, "orphaned"))
            continue
        if report_id not in reports:
            reports[report_id] = fetch(
                connection,
                "select * from figure where report_id = $report_id order by ordinal",
                {"report_id": report_id},
            )
        fate, figure = match(about, reports[report_id])
        if fate == "orphaned" and decision["action"] != "reject":
            figure = _keep(connection, about, report_id, reports[report_id])
        if fate != "same":
            carried.append(_carried(about, decision, figure, fate))
        rows.append(_row(entry, number, decision, about, figure, fate))
    append(connection, "decision", rows)
    for report_id in reports:
        checking.recheck(connection, report_id)
    return carried


def apply_addition(connection: duckdb.DuckDBPyConnection, entry: Entry) -> str | None:
    """A figure somebody added, with the confirmation that goes with it; gives the figure's identifier.

    A reader that finds that very figure by itself has it confirmed. None: the report is gone.
    """
    about = entry.content["figure"]
    report_id = is_known(connection, about["sha256"])
    if report_id is None:
        return None
    figures = fetch(
        connection, "select * from figure where report_id = $id order by ordinal", {"id": report_id}
    )
    fate, figure = match(about, figures)
    if fate != "same" or figure is None:
        figure = _keep(connection, about, report_id, figures, read_by="person")
    decision = {"action": "confirm", "reason": entry.content.get("reason")}
    append(connection, "decision", [_row(entry, 0, decision, about, figure, "same")])
    checking.recheck(connection, report_id)
    return str(figure["figure_id"])


def apply_withdrawal(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Decisions taken back; those of a report that is gone are passed over."""
    decided = fetch(
        connection,
        "select decision_id, figure_id from decision_standing where list_contains($ids, decision_id)",
        {"ids": list(entry.content["decisions"])},
    )
    said = {"withdrawn_by": entry.by, "stated": entry.content["stated"]}
    said |= {"withdrawn_at": entry.at, "position": entry.position}
    append(connection, "withdrawal", [{"decision_id": row["decision_id"], **said} for row in decided])
    reports = fetch(
        connection,
        "select distinct report_id from figure where list_contains($ids, figure_id) order by report_id",
        {"ids": [row["figure_id"] for row in decided]},
    )
    for row in reports:
        checking.recheck(connection, row["report_id"])


def match(about: Mapping[str, Any], figures: Sequence[Row]) -> tuple[Fate, Row | None]:
    """The figure that a decision was about, among those read now."""
    alike = [figure for figure in figures if _equal(figure, about, _MEANING)]
    for place in (_PLACE, ("quote", "token")):
        for figure in alike:
            if _equal(figure, about, place):
                return "same", figure
    if len(alike) == 1:
        return "same", alike[0]
    here = [figure for figure in figures if _overlaps(figure, about)]
    for meaning in (("indicator", "part"), ("indicator",), ("token",)):
        found = [figure for figure in here if _equal(figure, about, meaning)]
        if len(found) == 1:
            return "changed", found[0]
    return "orphaned", None


def _equal(figure: Mapping[str, Any], about: Mapping[str, Any], fields: Sequence[str]) -> bool:
    return all(figure.get(name) == about.get(name) for name in fields)


def _overlaps(figure: Mapping[str, Any], about: Mapping[str, Any]) -> bool:
    if about.get("cell"):
        return _equal(figure, about, ("sheet", "cell"))
    if figure["passage"] != about.get("passage") or about.get("passage") is None:
        return False
    ends: list[Any] = [one.get(name) for one in (figure, about) for name in ("quote_start", "quote_end")]
    if None in ends:
        return bool(figure["quote"] == about.get("quote"))
    start, end, about_start, about_end = ends
    return bool(start < about_end and about_start < end)


def _keep(
    connection: duckdb.DuckDBPyConnection,
    about: Mapping[str, Any],
    report_id: str,
    figures: list[Row],
    read_by: str = "kept",
) -> Row:
    """A figure that the reader doesn't find, from what the journal keeps of it.

    ``read_by`` "kept": somebody confirmed it when it was still read; "person": somebody added it.
    """
    ordinal = max((figure["ordinal"] for figure in figures), default=0) + 1
    kept: Row = {
        **{name: about.get(name) for name in FIGURE_FIELDS},
        "figure_id": f"{report_id}-{ordinal}",
        "report_id": report_id,
        "ordinal": ordinal,
        "confidence": 1.0,
        "read_by": read_by,
    }
    append(connection, "figure", [kept])
    figures.append(kept)
    return kept


def _row(
    entry: Entry,
    number: int,
    decision: Mapping[str, Any],
    about: Mapping[str, Any],
    figure: Row | None,
    fate: Fate,
) -> Row:
    decision_id = f"{entry.entry_id}-{number:04d}"
    action, changed = decision["action"], fate == "changed"
    row: Row = {
        **{
            name: decision.get(name)
            for name in ("value", "indicator", "counted_unit", "part", "part_unit_key", "part_period")
        },
        "decision_id": decision_id,
        "figure_id": decision_id if figure is None else figure["figure_id"],
        "action": action,
        "reason": decision.get("reason"),
        "decided_by": entry.by,
        "stated": entry.content["stated"],
        "decided_at": entry.at,
        "position": entry.position,
        "carried": None if fate == "same" else fate,
    }
    if changed and action == "reject":
        # What was rejected is no longer read; what is read in its place nobody has judged.
        return {**row, "figure_id": decision_id, "carried": "orphaned"}
    if changed:
        part = {name: about.get(name) for name in ("part_unit_key", "part_period")}
        stood: Row = {
            "value": about["value"],
            "indicator": about["indicator"],
            "part": about["part"] or "",
            **part,
        }
        given = {name: value for name, value in row.items() if name in stood and value is not None}
        return {**row, **stood, **given, "action": "correct"}
    return row


def _carried(
    about: Mapping[str, Any], decision: Mapping[str, Any], figure: Row | None, fate: Fate
) -> Carried:
    return Carried(
        sha256=about["sha256"],
        figure_id=None if figure is None else figure["figure_id"],
        fate=fate,
        action=decision["action"],
        indicator=about["indicator"],
        part=about.get("part"),
        value=about["value"],
        quote=about["quote"],
        now=figure["value"] if figure is not None and fate == "changed" else None,
    )
