"""A figure that the reader missed, added with the words it rests on; and a decision taken back."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import duckdb

from grassroots.quoting import Found, find_quote, token_of
from grassroots.store import applying, journal
from grassroots.store.acting import (
    Decided,
    DecisionRefused,
    Publish,
    figures_now,
    must_exist,
    opened,
    resolved,
    sha256_of,
)
from grassroots.store.rows import Row, fetch


def add_figure(
    report_id: str,
    *,
    indicator: str,
    value: float,
    quote: str,
    by: str,
    stated: bool = True,
    passage: int | None = None,
    start: int | None = None,
    counted_unit: str | None = None,
    part: str | None = None,
    part_kind: str | None = None,
    reason: str | None = None,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> Decided:
    """Adds a confirmed figure that no rule read. Raises DecisionRefused.

    ``quote`` must stand in the report's text, spaces and diacritics left aside; ``passage`` and ``start`` say
    where when it stands there more than once. One that was read just so is confirmed instead of added twice.
    """
    if not math.isfinite(value) or value < 0:
        raise DecisionRefused("no_value")
    with opened(folder, by, publish) as (store, connection):
        sha256 = sha256_of(connection, report_id)
        must_exist(connection, indicator)
        place = _place(connection, report_id, quote, passage, start)
        figure: Row = {
            "sha256": sha256,
            **{"indicator": indicator, "counted_unit": counted_unit or None, "value": value},
            **{"approximate": None, "token": token_of(place.text, value), "quote": place.text},
            **{"passage": place.passage, "quote_start": place.start, "quote_end": place.end},
            **{"sheet": None, "cell": None, "part": part or None, "part_kind": part_kind if part else None},
            **{
                "part_unit_key": None,
                "part_period": None,
                **resolved(connection, report_id, part, part_kind),
            },
        }
        entry = journal.new_entry("add_figure", by, {"stated": stated, "figure": figure, "reason": reason})
        figure_id = applying.add_figure(connection, journal.append(store.journal, [entry])[0])
        return Decided(entry.entry_id, figures_now(connection, [figure_id or ""]))


def withdraw(
    decided: str,
    *,
    by: str,
    stated: bool = True,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> Decided:
    """Takes back a decision, or all decisions of an entry; what was decided before holds again.

    ``decided``: a decision's identifier, that of the journal entry that holds them (see :class:`Decided`), or
    that of a figure, whose decision that holds is taken back then. Nothing is deleted: the decision stays in
    the history with who took it back. Raises DecisionRefused.
    """
    with opened(folder, by, publish) as (store, connection):
        rows = fetch(
            connection,
            """
            select decision_id, figure_id from decision_standing
            where decision_id = $decided or starts_with(decision_id, $decided || '-') or decision_id = (
                select decision_id from decision_standing
                where figure_id = $decided order by position desc, decision_id desc limit 1)
            order by decision_id
            """,
            {"decided": decided},
        )
        if not rows:
            raise DecisionRefused("nothing_to_withdraw")
        content: dict[str, Any] = {"stated": stated, "decisions": [row["decision_id"] for row in rows]}
        entry = journal.new_entry("withdraw", by, content)
        applying.withdraw(connection, journal.append(store.journal, [entry])[0])
        return Decided(entry.entry_id, figures_now(connection, [row["figure_id"] for row in rows]))


def _place(
    connection: duckdb.DuckDBPyConnection, report_id: str, quote: str, passage: int | None, start: int | None
) -> Found:
    """Where the quote stands. Raises DecisionRefused when nowhere, or in several places and none is named."""
    rows = fetch(
        connection,
        "select number, text from passage where report_id = $id order by number",
        {"id": report_id},
    )
    if not rows:
        raise DecisionRefused("no_text")
    found = find_quote(quote, [(row["number"], row["text"]) for row in rows])
    if not found:
        raise DecisionRefused("quote_not_found", quote=quote)
    here = [
        one
        for one in found
        if passage in (None, one.passage) and (start is None or abs(one.start - start) < 3)
    ]
    if passage is None and len(found) > 1:
        numbers = ", ".join(str(number) for number in dict.fromkeys(one.passage for one in found))
        raise DecisionRefused("quote_in_several_places", count=len(found), passages=numbers)
    return (here or found)[0]
