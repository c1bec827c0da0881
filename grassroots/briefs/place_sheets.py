"""Tables of a place as a whole: its measures, the way of petitions, kinds, periods, and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grassroots.briefs.asked import Asked
from grassroots.briefs.model import Column, Sheet
from grassroots.indicators import indicator, indicators
from grassroots.masking import mask_names
from grassroots.names import counted, indicator_name, period_heading, unit_heading


def _covered(asked: Asked) -> list[Column]:
    return [
        Column("units_reported", asked.words("brief.column.units_reported"), "count", 12),
        Column("units_expected", asked.words("brief.column.units_expected"), "count", 12),
        Column("confirmed", asked.words("brief.column.confirmed"), "yes", 11),
        Column("illustrative", asked.words("brief.column.illustrative"), "yes", 10),
    ]


def stages(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """The way of petitions from receipt to result."""
    columns = [
        Column("named", asked.words("brief.column.measure"), width=30),
        Column("value", asked.words("brief.column.value"), "count"),
        *_covered(asked),
    ]
    rows = [
        {**row, "named": asked.words(f"complaints.stage.{row['stage']}")}
        for row in asked.rows("petition_stages")
    ]
    return Sheet("stages", asked.words("complaints.stages"), columns, rows)


def kinds(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """Petitions by kind and unit counted."""
    columns = [
        Column("named", asked.words("brief.column.kind"), width=34),
        Column("unit", asked.words("brief.column.counted"), width=12),
        *(Column(name, asked.words(f"brief.column.{name}"), "count", 13)
          for name in ("received", "accepted", "settled", "open")),
        Column("rate", asked.words("brief.column.rate"), "percent", 11, ("settled", "accepted")),
        *_covered(asked),
    ]  # fmt: skip
    rows = [
        {
            **row,
            "named": asked.words(f"complaints.kind.{row['kind']}"),
            "unit": counted(row["counted_unit"] or "đơn", asked.language),
        }
        for row in asked.rows("petitions_by_kind")
    ]
    return Sheet("kinds", asked.words("complaints.kinds"), columns, rows)


def reception(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """Receptions of citizens: all, regular, by leaders."""
    names = ("visits", "persons", "matters")
    columns = [
        Column("named", asked.words("brief.column.kind"), width=34),
        *(Column(name, asked.words(f"brief.column.{name}"), "count", 13) for name in names),
        *(Column(f"base_{name}", asked.words(f"brief.column.base_{name}"), "count", 13)
          for name in names if asked.base),
        *_covered(asked),
    ]  # fmt: skip
    rows = [
        {**row, "named": asked.words(f"complaints.reception_kind.{row['kind']}")}
        for row in asked.rows("reception_by_kind")
    ]
    return Sheet("reception", asked.words("complaints.reception"), columns, rows)


def trend(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """Settled of accepted through the place's periods."""
    columns = [
        Column("named", asked.words("brief.column.period"), width=22),
        Column("settled", asked.words("brief.column.settled"), "count", 13),
        Column("accepted", asked.words("brief.column.accepted"), "count", 13),
        Column("rate", asked.words("brief.column.rate"), "percent", 11, ("settled", "accepted")),
        Column("overdue", asked.words("brief.column.overdue"), "count", 13),
        *_covered(asked),
    ]
    rows = [
        {**row, "named": period_heading(row["period"], asked.language)}
        for row in asked.rows("resolution_trend")
    ]
    return Sheet("trend", asked.words("brief.sheet.trend"), columns, rows)


def measures(asked: Asked, subjects: Sequence[str] | None = None) -> Sheet:
    """Every measure of the place that has a value; ratios with the counts they are the quotient of."""
    words = asked.words
    columns = [
        Column("named", words("brief.column.measure"), width=46),
        Column("unit", words("brief.column.counted"), width=12),
        Column("value", words("brief.column.value"), "decimal", 13),
        Column("numerator", words("brief.column.numerator"), "count", 11),
        Column("denominator", words("brief.column.denominator"), "count", 11),
        Column("rate", words("brief.column.quotient"), "percent", 11, ("numerator", "denominator")),
        *([Column("base_value", words("brief.column.base_value"), "decimal", 13),
           Column("difference", words("brief.column.difference"), "decimal", 13)] if asked.base else []),
        Column("rests_on", words("brief.column.basis"), width=26),
        *_covered(asked),
        Column("code", words("brief.column.indicator"), width=28),
    ]  # fmt: skip
    rows = [
        {
            **row,
            "code": code,
            "named": indicator_name(code, asked.language),
            "unit": counted(row["counted_unit"] or indicator(code).unit_vi, asked.language),
            "rests_on": words(f"brief.basis.{row['basis']}") if row["basis"] else None,
        }
        for code, row in asked.measures.items()
        if row["value"] is not None and (subjects is None or indicator(code).subject in subjects)
    ]
    return Sheet("measures", words("brief.sheet.measures"), columns, rows)


def sources(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """The figures behind the page's main measures: value, report, words, state."""
    words = asked.words
    columns = [
        Column("unit", words("brief.column.unit"), width=26),
        Column("named", words("brief.column.measure"), width=36),
        Column("value", words("brief.column.value"), "decimal", 12),
        Column("counted", words("brief.column.counted"), width=11),
        Column("report", words("brief.column.report"), width=34),
        Column("stands", words("brief.column.stands"), width=20),
        Column("quote", words("brief.column.quote"), width=48),
        Column("state", words("brief.column.state"), width=16),
        Column("illustrative", words("brief.column.illustrative"), "yes", 10),
    ]
    order = {code: place for place, code in enumerate(indicators())}
    rows = [
        {
            **row,
            "unit": unit_heading(row["unit_name"], row["unit_kind"], asked.language),
            "named": indicator_name(row["indicator"], asked.language),
            "counted": counted(row["counted_unit"] or indicator(row["indicator"]).unit_vi, asked.language),
            "report": asked.report_words(row),
            "stands": stands(asked, row),
            "quote": mask_names(row["quote"]),
            "state": words(f"brief.state.{row['status']}"),
        }
        for row in sorted(
            found, key=lambda row: (order[row["indicator"]], row["unit_name"], row["figure_id"])
        )
    ]
    return Sheet("sources", words("brief.sheet.sources"), columns, rows)


def stands(asked: Asked, row: dict[str, Any]) -> str:
    """Where in its report a figure stands: a cell of a sheet, or a section and page."""
    if row.get("cell"):
        return f"{row['sheet'] or ''}!{row['cell']}"
    parts = []
    if row.get("section"):
        parts.append(asked.words("brief.in_section", section=row["section"]))
    if row.get("page"):
        parts.append(asked.words("brief.on_page", page=row["page"]))
    return ", ".join(parts)
