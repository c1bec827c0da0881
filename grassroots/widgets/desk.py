"""The reviewer's desk: the original with every figure marked in it, and the figure at hand with its keys.

What does not change while somebody decides (text, pages, figures as read) is one message, which the browser
keeps; what does change is another, small one. Going from figure to figure asks the server nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from grassroots import marks
from grassroots.indicators import indicators
from grassroots.names import counted, indicator_name
from grassroots.text import Language, count, moment, percent, points
from grassroots.text.catalogue import words
from grassroots.widgets.carried_out import visit
from grassroots.widgets.data import rows
from grassroots.widgets.drawn import drawn
from grassroots.widgets.originals import page_addresses, page_sizes
from grassroots.widgets.present import presenting
from grassroots.widgets.render import render
from grassroots.widgets.review import DESK, Review, carry_out_wishes, kept_in_browser
from grassroots.widgets.view import View, view

Row = dict[str, Any]
_HERE = Path(__file__).parent
_mount = component(
    "grassroots_desk",
    html='<div class="g-desk-root"></div>',
    js=(_HERE / "desk.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
_NEWS = """
export default function (component) {
  const root = component.parentElement.querySelector(".g-desk-news")
  root.news = component.data
  document.dispatchEvent(new CustomEvent("desk-news"))
}
"""
_mount_news = component(
    "grassroots_desk_news", html='<div class="g-desk-news"></div>', js=_NEWS, isolate_styles=False
)


def review_desk(at: Review) -> None:
    """The desk with one report on it; not while the page is presented, where its keys mean other things."""
    if presenting():
        return
    current = view()
    language = current.language
    _mount(
        data=_lasting(at, current),
        key=DESK,
        on_wishes_change=lambda: carry_out_wishes(language),
        on_pages_change=lambda: None,
    )
    _mount_news(data=_news(at, current), key="review_news")


def _lasting(at: Review, current: View) -> dict[str, Any]:
    """Text, pages and figures as read: the same as long as no figure is added."""
    report_id = at.report["report_id"]
    ids = sha256("\n".join(row["figure_id"] for row in at.figures).encode()).hexdigest()[:16]
    key = ("desk", report_id, at.report["source_kind"], ids, current.language)
    made: dict[str, Any] = drawn(key, lambda: {"key": "-".join(key[1:]), **_made(at, current)})
    return made


def _made(at: Review, current: View) -> dict[str, Any]:
    report_id, language = at.report["report_id"], current.language
    passages = rows("report_passages", report_id=report_id)
    lines: dict[int, list[Row]] = {}
    for row in rows("report_lines", report_id=report_id):
        lines.setdefault(row["passage"], []).append(row)
    texts = {row["number"]: row["text"] for row in passages}
    numbers = marks.number_spans(at.figures)
    quotes = {row["figure_id"]: span for row in at.figures if (span := marks.quote_span(row))}
    figures = []
    for row in at.figures:
        figure = _figure(row, at, language)
        for name, spans in (("number", numbers), ("words", quotes)):
            span = spans.get(row["figure_id"])
            figure[name] = marks.boxes(span, lines, texts) if span else []
        figures.append(figure)
    return {
        "body": render("desk", language, keys=_KEYS, has_pages=bool(lines)),
        "report": report_id,
        "form": at.report["source_kind"] == "form",
        "language": language,
        "words": _words(language),
        "figures": figures,
        "passages": [_passage(row, numbers, quotes) for row in passages],
        "pages": page_sizes(report_id) if lines else [],
        "lines": [_line(row, texts) for found in lines.values() for row in found],
        "indicators": [
            [code, indicator_name(code, language), one.name(language), _units(one.unit_vi, language)]
            for code, one in indicators().items()
        ],
    }


_KEYS = {
    "confirm": "X", "correct": "S", "reject": "L", "undo": "Z", "add": "T", "doubtful": "N",
    "previous": "↑", "next": "↓", "history": "H", "larger": "+", "smaller": "−", "fit": "0", "view": "V",
}  # fmt: skip


def _figure(row: Row, at: Review, language: Language) -> dict[str, Any]:
    others = at.others.get(row["figure_id"], ())
    return {
        "id": row["figure_id"],
        "code": row["indicator"],
        "name": indicator_name(row["indicator"], language),
        "value": _written(row["value"], language),
        "number_value": row["value"],
        "approximate": _in(f"measure.number.{row['approximate']}", language) if row["approximate"] else "",
        "unit": counted(row["counted_unit"] or "", language),
        "counted_unit": row["counted_unit"] or "",
        "part": row["part"] or "",
        "part_kind": row["part_kind"] or "",
        "sure": row["confidence"],
        "sure_text": percent(100 * row["confidence"], language, 0),
        "by_person": row["read_by"] == "person",
        "quote": row["quote"],
        "place": _place(row, language),
        "others": [
            {
                "code": other["indicator"],
                "name": indicator_name(other["indicator"], language),
                "part": other["part"] or "",
                "likely": percent(100 * other["likelihood"], language, 0),
            }
            for other in others
        ],
    }


def _units(counts: str, language: Language) -> list[tuple[str, str]]:
    return [(unit, counted(unit, language)) for unit in counts.split("|")]


def _place(row: Row, language: Language) -> str:
    told = [
        _in(f"source.place.{field}", language, **{field: row[field]})
        for field in ("section", "passage", "page", "sheet", "cell")
        if row[field] is not None
    ]
    return _in("source.place.separator", language).join(told)


def _passage(row: Row, numbers: Mapping[str, marks.Span], quotes: Mapping[str, marks.Span]) -> dict[str, Any]:
    runs = marks.runs(row["number"], row["text"], numbers, quotes)
    return {
        "number": row["number"],
        "kind": row["kind"],
        "runs": [[run.text, run.start, list(run.numbers), list(run.quotes)] for run in runs],
    }


def _line(row: Row, texts: Mapping[int, str]) -> list[Any]:
    edges = [round(row[f"{edge}_edge"], 5) for edge in ("left", "top", "right", "bottom")]
    text = texts.get(row["passage"], "")[row["line_start"] : row["line_end"]]
    return [row["page"], *edges, row["passage"], row["line_start"], text]


def _news(at: Review, current: View) -> dict[str, Any]:
    """What was decided, what became of wishes, and where the pages near the figure at hand are found."""
    here = visit()
    told: list[str] = []
    now: dict[str, list[Any]] = {}
    for row in at.figures:
        if row["status"] != "unconfirmed":
            now[row["figure_id"]] = [
                row["status"],
                _told(row, told, current.language),
                _changed(row, current),
            ]
    return {
        "report": at.report["report_id"],
        "now": now,
        "told": told,
        "doubtful": [row["figure_id"] for row in at.doubtful],
        "done": dict(here.done),
        "answers": list(here.answers),
        "named": bool(str(st.session_state.get("reviewer") or "").strip()),
        "undo": bool(here.acts),
        "asked": at.asked,
        "pages": page_addresses(at.report["report_id"], _near(at)),
        "finished": not at.undecided and at.next_report is not None,
    }


def _told(row: Row, told: list[str], language: Language) -> int:
    """The place among ``told`` of the words that say who decided and when; −1 for a figure of a form."""
    if row["decided_by"] is None:
        return -1
    line = f"{row['decided_by']}, {moment(row['decided_at'], language)}"
    if row["reason"]:
        line += f". {row['reason']}"
    if line not in told[-40:]:
        told.append(line)
    return len(told) - 1 - told[::-1].index(line)


def _changed(row: Row, current: View) -> dict[str, Any] | None:
    """What a correction made of a figure."""
    if row["status"] != "corrected":
        return None
    return {
        "value": _written(row["decided_value"], current.language),
        "number_value": row["decided_value"],
        "code": row["decided_indicator"],
        "name": indicator_name(row["decided_indicator"], current.language),
        "part": row["decided_part"] or "",
        "unit": counted(row["decided_counted_unit"] or row["counted_unit"] or "", current.language),
        "counted_unit": row["decided_counted_unit"] or row["counted_unit"] or "",
    }


def _near(at: Review) -> Sequence[int]:
    """The pages that the browser sees, else those around the figure to begin with."""
    seen = [page for page in kept_in_browser("pages") if isinstance(page, int)]
    if seen and st.session_state.get("review_pages_of") == at.report["report_id"]:
        return seen
    st.session_state["review_pages_of"] = at.report["report_id"]
    page = at.first["page"] if at.first is not None and at.first["page"] else 1
    return [page - 1, page, page + 1]


def _written(value: float, language: Language) -> str:
    return count(value, language) if value == round(value) else points(value, language)


def _in(key: str, language: Language, **fields: object) -> str:
    from grassroots.text import t

    return t(key, language, **fields)


def _words(language: Language) -> dict[str, str]:
    """The sentences that the browser fills itself, without their prefix."""
    found = words(language)
    statuses = {key: text for key, text in found.items() if key.startswith("source.status.")}
    said = {
        key.removeprefix("review.desk."): text
        for key, text in found.items()
        if key.startswith("review.desk.")
    }
    return {**said, **{key.removeprefix("source."): text for key, text in statuses.items()}}
