"""The consolidated report of a place and period: its paragraphs, footnotes and annexes, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from grassroots.briefs import annexes, outline
from grassroots.briefs.annexes import Annex
from grassroots.briefs.asked import Asked
from grassroots.briefs.footnotes import Footnotes
from grassroots.names import measure_written, unit_name

_ROMAN = ("I", "II", "III", "IV")
_NAMED = 5  # units a sentence names
_MOST_NAMED = 150  # that have not reported: more of them are counted


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``note`` is the footnote at its end."""

    kind: Literal["section", "part", "text", "blank"]
    text: str
    note: str | None = None


@dataclass(slots=True)
class Report:
    """``written``: the figures as they stand in the text, by indicator; those missing are not in it."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)


def report(asked: Asked) -> Report:
    """What the report says, every figure by the queries of the pages."""
    made = Report(annexes=annexes.annexes(asked))
    notes = Footnotes(asked, {code: one.number for one in made.annexes for code in one.codes})
    say = made.paragraphs.append
    for key, fields in (
        ("brief.opening.law", {"place": asked.place_name, "period": asked.period_name}),
        ("brief.opening.rests",
         {"rests": ". ".join(filter(None, (asked.coverage, asked.decided, asked.dated)))}),
        ("brief.opening.blanks", {}),
    ):  # fmt: skip
        say(Paragraph("text", asked.words(key, **fields)))
    say(_section(asked, 0, "lead"))
    say(Paragraph("blank", asked.words("brief.blank")))
    say(_section(asked, 1, "results"))
    for number, (part, groups) in enumerate(outline.RESULTS.items(), 1):
        say(Paragraph("part", f"{number}. {asked.words(f'brief.section.{part}')}"))
        for statement in (one for group in groups for one in group):
            say(_said(asked, statement, notes, made.written))
    made.paragraphs.extend(_judged(asked))
    say(_section(asked, 3, "tasks"))
    say(Paragraph("blank", asked.words("brief.blank")))
    return made


def _section(asked: Asked, at: int, name: str) -> Paragraph:
    return Paragraph("section", f"{_ROMAN[at]}. {asked.words(f'brief.section.{name}')}")


def _said(asked: Asked, statement: str, notes: Footnotes, written: dict[str, str]) -> Paragraph:
    """A statement with its figures, a blank for each that nobody reported."""
    wanted = outline.codes((statement,))
    known = {code: asked.measures[code] for code in wanted if _has_value(asked, code)}
    said = {code: measure_written(code, row, asked.language) for code, row in known.items()}
    written.update(said)
    blank = asked.words("brief.blank")
    fields = {code: said.get(code, blank) for code in wanted}
    return Paragraph("text", asked.words(outline.template(statement), **fields), notes.of(known))


def _has_value(asked: Asked, code: str) -> bool:
    return asked.measures.get(code, {}).get("value") is not None


def _judged(asked: Asked) -> Iterator[Paragraph]:
    """Section III: what the figures show is named; what it means is left to who writes."""
    yield _section(asked, 2, "judgement")
    yield Paragraph("part", f"1. {asked.words('brief.section.strengths')}")
    yield Paragraph("blank", asked.words("brief.blank"))
    yield Paragraph("part", f"2. {asked.words('brief.section.shortcomings')}")
    silent = asked.rows("not_reported")
    if asked.place["level"] != "commune":
        if len(silent) > _MOST_NAMED:
            count = asked.count(len(silent))
            yield Paragraph(
                "text", asked.words("brief.said.silent_many", count=count, communes=asked.communes)
            )
        elif silent:
            yield Paragraph(
                "text", asked.words("brief.said.silent", units=_units(asked, silent, len(silent)))
            )
        else:
            yield Paragraph("text", asked.words("brief.said.all_reported", communes=asked.communes))
        yield from _attention(asked)
    yield Paragraph("blank", asked.words("brief.blank"))


def _attention(asked: Asked) -> Iterator[Paragraph]:
    matters = asked.rows("attention")
    overdue = [row for row in matters if row["kind"] == "overdue"][:_NAMED]
    if overdue:
        units = ", ".join(
            asked.words(
                "brief.said.overdue_unit", unit=_name(asked, row), count=asked.count(row["count"] or 0)
            )
            for row in overdue
        )
        yield Paragraph("text", asked.words("brief.said.overdue", units=units))
    under = [row for row in matters if row["kind"] == "under_mark"]
    if under:
        yield Paragraph("text", asked.words("brief.said.under_mark", units=_units(asked, under, _NAMED)))


def _units(asked: Asked, rows: Sequence[dict[str, Any]], most: int) -> str:
    names = ", ".join(_name(asked, row) for row in rows[:most])
    more = len(rows) - most
    return asked.words("scenario.said.and_more", units=names, more=more) if more > 0 else names


def _name(asked: Asked, row: dict[str, Any]) -> str:
    return unit_name(row["name"], row.get("unit_kind") or row["kind"], asked.language)
