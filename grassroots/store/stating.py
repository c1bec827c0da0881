"""What people say of a report that does not say it for certain itself: whose it is, and for which period."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from grassroots import units
from grassroots.periods import Period
from grassroots.store import journal, restating
from grassroots.store.acting import DecisionRefused, opened, sha256_of

Field = Literal["unit", "period"]


def set_particular(
    report_id: str,
    field: Field,
    value: str,
    *,
    by: str,
    stated: bool = True,
    folder: Path | str | None = None,
) -> None:
    """Says whose a report is (a unit_key) or for when (a period's code). Raises DecisionRefused.

    The report moves there with all that hangs on it, and what it replaces is told anew.
    """
    _must_exist(field, value)
    with opened(folder, by) as (store, connection):
        content = {"sha256": sha256_of(connection, report_id), "field": field, "value": value}
        entry = journal.new_entry("set_particular", by, {**content, "stated": stated})
        restating.set_particular(connection, journal.append(store.journal, [entry])[0])


def _must_exist(field: Field, value: str) -> None:
    try:
        if field == "unit":
            units.unit(value)
        else:
            Period.parse(value)
    except (KeyError, ValueError) as unknown:
        raise DecisionRefused(f"unknown_{field}", value=value) from unknown
