"""Decisions of people on rows of lists: appended to the journal, then taken in."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from grassroots.store import journal, row_decisions
from grassroots.store.acting import DecisionRefused, Publish, opened, sha256_of
from grassroots.store.row_decisions import NAMED_BY, rows_of

RowAction = Literal["confirm", "reject"]


def decide_row(
    report_id: str,
    table: str,
    ordinal: int,
    action: RowAction,
    *,
    by: str,
    stated: bool = True,
    reason: str | None = None,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> None:
    """Confirms or rejects one row of a list. The newest decision holds. Raises DecisionRefused.

    ``table`` is a key of :data:`NAMED_BY`; ``stated``: the name was stated, not authenticated.
    """
    if table not in NAMED_BY:
        raise DecisionRefused("unknown_list", list=table)
    with opened(folder, by, publish) as (store, connection):
        row = next((one for one in rows_of(connection, table, report_id) if one["ordinal"] == ordinal), None)
        if row is None:
            raise DecisionRefused("unknown_row", report_id=report_id, ordinal=ordinal)
        content = {
            "sha256": sha256_of(connection, report_id),
            "list": table,
            "row": {name: value for name, value in row.items() if name != "report_id"},
            "action": action,
            "reason": reason,
            "stated": stated,
        }
        entry = journal.new_entry(row_decisions.KIND, by, content)
        row_decisions.apply(connection, journal.append(store.journal, [entry])[0])
