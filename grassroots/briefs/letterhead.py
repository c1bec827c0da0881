"""What stands round a report after annex I of Decree 30/2020/NĐ-CP: head, subject, signature by lines."""

from __future__ import annotations

from dataclasses import dataclass

from grassroots.briefs.asked import Asked
from grassroots.periods import Period


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``look`` names any of bold, italic, left, small, rule: drawn where it can be."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Two columns at the head, the lines of the subject, two columns at the end."""

    left: list[Line]
    right: list[Line]
    subject: list[Line]
    end_left: list[Line]
    end_right: list[Line]


def letterhead(asked: Asked) -> Letterhead:
    """The lines of a report of this place; who signs and when is left blank."""
    words, year = asked.words, Period.parse(asked.period).year
    return Letterhead(
        _issuer(asked),
        [
            Line(words("brief.head.nation"), "bold"),
            Line(words("brief.head.motto"), "bold"),
            Line("―――――――――――", "bold rule"),
            Line(words("brief.head.place_day", place=seat(asked), year=year), "italic"),
        ],
        [
            Line(words("brief.head.report"), "bold"),
            Line(words("brief.head.subject", place=asked.place_name, period=asked.period_name), "bold"),
            Line(f"({words('brief.head.draft')})", "italic"),
        ],
        [
            Line(words("brief.end.to"), "bold italic left small"),
            *(Line(copy, "left small") for copy in words("brief.end.copies").split("|")),
        ],
        [Line(words("brief.end.for"), "bold"), Line(words("brief.end.chair"), "bold")],
    )  # fmt: skip


def _issuer(asked: Asked) -> list[Line]:
    words = asked.words
    of_country = asked.place["level"] == "country"
    unit = words("brief.blank") if of_country else _kept(asked.place_name)
    above = asked.superior
    return [
        *([Line(words("brief.head.committee", unit=_kept(above)))] if above else []),
        Line(words("brief.head.committee", unit=unit), "bold"),
        Line("―――――", "bold rule"),
        Line(words("brief.head.number")),
    ]


def _kept(name: str) -> str:
    """A name that lines don't break within: the line breaks before it."""
    return name.upper().replace(" ", "\u00a0")


def seat(asked: Asked) -> str:
    """Where the report is issued: the place's bare name."""
    return asked.words("brief.blank") if asked.place["level"] == "country" else str(asked.place["name"])
