"""From a file to rows: read, tell whose report it is and for when, check. Pure; runs in reading processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from grassroots import checks
from grassroots.periods import Period, Regime
from grassroots.reading.model import (
    PageLine,
    Particulars,
    Place,
    Reading,
    UnreadableReport,
)
from grassroots.store import official_forms, resolving
from grassroots.store.originals import Original
from grassroots.store.outcome import Problem
from grassroots.store.rows import Row
from grassroots.units import Unit

_NO_PLAIN_TEXT = frozenset({"xlsx", "xls", "docx", "doc", "pdf"})


@dataclass(frozen=True, slots=True)
class Given:
    """What the person loading states of a file: marks it illustrative; names what it fails to say itself."""

    illustrative: bool = False
    unit_key: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report as rows of the store's tables, but for what only loading knows (when, by whom, replaces)."""

    original: Original
    file_name: str
    given: Given
    report: Row
    format: str
    notes: tuple[str, ...] = ()  # keys below ``note.``
    lists: dict[str, list[Row]] = field(default_factory=dict)  # table → rows

    @property
    def report_id(self) -> str:
        return str(self.report["report_id"])


def prepare(path: Path, original: Original, file_name: str, given: Given) -> Prepared | Problem:
    """Reads the file at ``path``. Any fault of the file comes back as a Problem, never as an exception."""
    from grassroots.reading import read_file

    reading = None
    try:
        reading = read_file(path)
        return of_reading(reading, original, file_name, given)
    except UnreadableReport as unreadable:
        return Problem(unreadable.code, unreadable.place, dict(unreadable.details))
    except resolving.Unresolved as unresolved:
        if reading is not None and reading.format == "txt" and original.ending in _NO_PLAIN_TEXT:
            return Problem("plain_text_inside", None, {"ending": original.ending})
        return unresolved.problem
    except MemoryError:
        return Problem("too_much_memory")
    except RecursionError:
        return Problem("too_deep")
    except Exception as error:  # a fault of the reader must not stop the other files
        return Problem("unexpected", None, {"error": f"{type(error).__name__}: {error}"})


def of_reading(reading: Reading, original: Original, file_name: str, given: Given) -> Prepared:
    """Rows of a reading. Raises Unresolved when unit or period can't be told."""
    from grassroots.reading import READER_VERSION

    said = reading.particulars
    period = resolving.period_of(said, given.period)
    regime, first_day, last_day = _days(said, period)
    unit = resolving.unit_of(said, last_day, given.unit_key)
    report_id = original.sha256[:16]
    report: Row = {
        "report_id": report_id,
        "source_kind": reading.source_kind,
        "unit_key": unit.unit_key,
        "issuer": said.issuer,
        "number": said.number,
        "issued_on": said.issued_on,
        "period": period.code,
        "period_year": period.year,
        "period_name": period.name,
        "months": period.months,
        "first_day": first_day,
        "last_day": last_day,
        "regime": regime,
        "scope": said.scope or ("whole_area" if unit.level == "commune" else None),
        "illustrative": said.illustrative or given.illustrative,
        "reader_version": READER_VERSION,
    }
    lists = _lists(reading, report_id, unit, period)
    if reading.source_kind == "narrative":
        asked = resolving.candidates(said, unit, given.unit_key, given.period)
        lists["particular_candidate"] = [{"report_id": report_id, **_fields(one)} for one in asked]
    arithmetic = checks.issues_of(report_id, lists["figure"])
    lists["issue"] = checks.each_once(
        [
            *arithmetic,
            *checks.score_issues(report_id, lists["score"]),
            *_unplaced_scores(reading, report_id, unit),
            *official_forms.issues_of(reading, report_id, unit, lists["figure"], arithmetic),
        ]
    )
    return Prepared(original, file_name, given, report, reading.format, reading.notes, lists)


def _days(said: Particulars, period: Period) -> tuple[Regime, date, date]:
    """The regime whose first day the report's own is or is nearest to, and the true days covered."""
    starts = {"calendar": period.days("calendar")[0], "inspectorate": period.days("inspectorate")[0]}
    own = said.first_day or starts["calendar"]
    regime: Regime = (
        "inspectorate" if abs(own - starts["inspectorate"]) < abs(own - starts["calendar"]) else "calendar"
    )
    first, last = period.days(regime)
    return regime, said.first_day or first, said.last_day or last


def _lists(reading: Reading, report_id: str, unit: Unit, period: Period) -> dict[str, list[Row]]:
    numbered: dict[str, Sequence[Any]] = {
        "training_course": reading.training_courses,
        "award": reading.awards,
        "score_total": reading.score_totals,
        "inspection": reading.inspections,
        "consultation": reading.consultations,
        "vote": reading.votes,
        "dialogue": reading.dialogues,
    }
    lists: dict[str, list[Row]] = {
        table: [
            {
                "report_id": report_id,
                "ordinal": ordinal,
                **_fields(one),
                **_place(one.place),
                "quote_start": one.place.start,
                "quote_end": one.place.end,
            }
            for ordinal, one in enumerate(rows, start=1)
        ]
        for table, rows in numbered.items()
    }
    for row in lists["score_total"]:
        scored = resolving.place_within(row["unit"], unit) if row["unit"] else unit
        row["unit_key"] = None if scored is None else scored.unit_key
    lists["particular"] = [
        {"report_id": report_id, "field": name, "quote": told.quote, "sure": told.sure, **_place(told.place)}
        for name, told in reading.particulars.evidence.items()
    ]
    lists["passage"] = [{"report_id": report_id, **_fields(one)} for one in reading.passages]
    lists["page_line"] = [
        {"report_id": report_id, "ordinal": ordinal, **_line(one)}
        for ordinal, one in enumerate(reading.lines, start=1)
    ]
    lists["figure"] = _figures(reading, report_id, unit, period)
    lists["figure_alternative"] = _alternatives(reading, report_id)
    lists["score"] = _scores(reading, report_id, unit)
    return {**lists, **official_forms.lists_of(reading, report_id, unit)}


def _figures(reading: Reading, report_id: str, unit: Unit, period: Period) -> list[Row]:
    rows = []
    for ordinal, figure in enumerate(official_forms.figures_of(reading, unit), start=1):
        part = resolving.part_of(figure.part, figure.part_kind, unit, period)
        row = {
            **_fields(figure),
            **_place(figure.place),
            "figure_id": f"{report_id}-{ordinal}",
            "report_id": report_id,
            "ordinal": ordinal,
            "quote_start": figure.place.start,
            "quote_end": figure.place.end,
            "part_unit_key": part.unit_key,
            "part_period": part.period,
        }
        rows.append(row)
    return rows


def _alternatives(reading: Reading, report_id: str) -> list[Row]:
    return [
        {"figure_id": f"{report_id}-{ordinal}", "ordinal": rank, **_fields(other)}
        for ordinal, figure in enumerate(reading.figures, start=1)
        for rank, other in enumerate(sorted(figure.alternatives, key=lambda one: -one.likelihood), start=1)
    ]


def _scores(reading: Reading, report_id: str, unit: Unit) -> list[Row]:
    rows = []
    for ordinal, score in enumerate(reading.scores, start=1):
        scored = resolving.place_within(score.unit, unit) if score.unit else unit
        if scored is not None:
            place = _place(score.place)
            row = {**_fields(score), **place, "report_id": report_id, "ordinal": ordinal}
            rows.append(
                {**row, "unit_key": scored.unit_key, "sheet_name": place["sheet"], "sheet": score.sheet}
            )
    return rows


def _unplaced_scores(reading: Reading, report_id: str, unit: Unit) -> list[Row]:
    unknown = {
        score.unit: score
        for score in reading.scores
        if score.unit and resolving.place_within(score.unit, unit) is None
    }
    return [
        checks.issue(report_id, "score_of_unknown_unit", details={"unit": name, "quote": score.quote})
        for name, score in unknown.items()
    ]


def _line(line: PageLine) -> Row:
    """Columns are named otherwise than fields where SQL keeps the word for itself."""
    return {
        "page": line.page,
        "left_edge": line.left,
        "top_edge": line.top,
        "right_edge": line.right,
        "bottom_edge": line.bottom,
        "passage": line.passage,
        "line_start": line.start,
        "line_end": line.end,
    }


def _fields(one: Any) -> Row:
    return {name: getattr(one, name) for name in one.__slots__ if name not in ("place", "alternatives")}


def _place(place: Place) -> Row:
    return {"passage": place.passage, "sheet": place.sheet, "cell": place.cell}
