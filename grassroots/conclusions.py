"""Conclusions of a meeting: what is to be done, by whom, until when, and the number it was concluded at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from grassroots.agenda import Pin, pin_fields, pin_of_fields

LONGEST_WHAT, LONGEST_WHO = 600, 120  # characters


class ConclusionFault(ValueError):
    """What can't stand as a conclusion. ``code`` is a key below ``agenda.conclusion.fault``."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code, found)
        self.code, self.found = code, found


@dataclass(frozen=True, slots=True)
class Then:
    """A number as it was reported when something was concluded; ``value`` in the indicator's unit."""

    indicator: str
    unit_key: str
    period: str
    only_confirmed: bool
    value: float


@dataclass(frozen=True)
class Conclusion:
    """What was concluded. Raises ConclusionFault.

    ``agenda`` is the name of the meeting's agenda, ``pin`` the slide it was concluded at; either may be
    None, and so may ``figure`` where the slide had no number of its own.
    """

    what: str
    who: str
    due: date | None = None
    agenda: str | None = None
    pin: Pin | None = None
    figure: Then | None = None

    def __post_init__(self) -> None:
        for name, most in (("what", LONGEST_WHAT), ("who", LONGEST_WHO)):
            text = getattr(self, name)
            if not text.strip():
                raise ConclusionFault(f"no_{name}")
            if len(text) > most:
                raise ConclusionFault("too_long", text[:40])


@dataclass(frozen=True)
class Closing:
    """That a conclusion was carried out, or given up: in whose words, and when (UTC, without zone)."""

    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Concluded:
    """A conclusion as it was noted, ``at`` in UTC without zone; ``closing`` None while it is open."""

    conclusion_id: str
    conclusion: Conclusion
    by: str
    at: datetime
    closing: Closing | None = None

    def days_over(self, today: date) -> int:
        """How many days it is overdue; 0 when it isn't, or is closed."""
        due = self.conclusion.due
        return max(0, (today - due).days) if due is not None and self.closing is None else 0

    @property
    def urgency(self) -> tuple[bool, date, datetime]:
        """What open ones are put in order by: what is due first comes first, without a date last."""
        due = self.conclusion.due
        return (due is None, due or date.max, self.at)


def due_of(text: str) -> date | None:
    """A date as it is written here, ``31/12/2026``; None for no text. Raises ConclusionFault."""
    if not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").date()
    except ValueError as error:
        raise ConclusionFault("no_date", text[:40]) from error


def as_fields(conclusion: Conclusion) -> dict[str, Any]:
    """A conclusion as plain values: what the journal holds."""
    return {
        "what": conclusion.what,
        "who": conclusion.who,
        "due": conclusion.due.isoformat() if conclusion.due else None,
        "agenda": conclusion.agenda,
        "pin": pin_fields(conclusion.pin) if conclusion.pin else None,
        "figure": asdict(conclusion.figure) if conclusion.figure else None,
    }


def of_fields(held: Mapping[str, Any]) -> Conclusion:
    """The conclusion of plain values, as :func:`as_fields` gives them."""
    return Conclusion(
        held["what"],
        held["who"],
        date.fromisoformat(held["due"]) if held["due"] else None,
        held["agenda"],
        pin_of_fields(held["pin"]) if held["pin"] else None,
        Then(**held["figure"]) if held["figure"] else None,
    )
