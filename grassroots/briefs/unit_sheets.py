"""Tables by commune: counts, rates as formulas of them, the report and its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grassroots.briefs.asked import Asked
from grassroots.briefs.model import Column, Sheet
from grassroots.masking import mask_names
from grassroots.names import unit_heading


def _unit_columns(asked: Asked) -> list[Column]:
    return [
        Column("unit", asked.words("brief.column.unit"), width=26),
        Column("code", asked.words("brief.column.code"), width=9),
        Column("reported", asked.words("brief.column.reported"), "yes", 10),
    ]


def _source_columns(asked: Asked) -> list[Column]:
    return [
        Column("confirmed", asked.words("brief.column.confirmed"), "yes", 11),
        Column("last_day", asked.words("brief.column.last_day"), "date", 12),
        Column("report", asked.words("brief.column.report"), width=34),
        Column("quote", asked.words("brief.column.quote"), width=60),
        Column("illustrative", asked.words("brief.column.illustrative"), "yes", 10),
    ]


def _of_units(asked: Asked, found: Sequence[dict[str, Any]], name: str, first: str) -> list[dict[str, Any]]:
    """Rows of a query by commune with the report and the words of the measure ``first``."""
    quoted: dict[str, dict[str, Any]] = {}
    for row in found:
        if row["unit_key"] not in quoted or row["indicator"] == first:
            quoted[row["unit_key"]] = row
    return [
        {
            **row,
            "unit": unit_heading(row["name"], row["kind"], asked.language),
            "code": row["unit_key"].partition(":")[2],
            "report": asked.report_words(quoted[row["unit_key"]]) if row["unit_key"] in quoted else None,
            "quote": mask_names(quoted[row["unit_key"]]["quote"]) if row["unit_key"] in quoted else None,
            "confirmed": row["confirmed"] if row["reported"] else None,
        }
        for row in asked.rows(name)
    ]


def _counts(asked: Asked, *names: str) -> list[Column]:
    return [Column(name, asked.words(f"brief.column.{name}"), "count", 13, summed=True) for name in names]


def units(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """Petitions by commune; the rate is settled of accepted."""
    words = asked.words
    columns = [
        *_unit_columns(asked),
        *_counts(asked, "received", "accepted", "settled"),
        Column("rate", words("brief.column.rate"), "percent", 11, ("settled", "accepted")),
        *_counts(asked, "open", "open_in_time", "overdue"),
        Column("overdue_share", words("brief.column.overdue_share"), "percent", 12, ("overdue", "open")),
        *([*_counts(asked, "base_accepted", "base_settled"),
           Column("base_rate", words("brief.column.base_rate"), "percent", 12,
                  ("base_settled", "base_accepted"))] if asked.base else []),
        Column("small", words("brief.column.small"), "yes", 11),
        *_source_columns(asked),
    ]  # fmt: skip
    rows = _of_units(asked, found, "complaint_resolution_by_unit", "don_da_giai_quyet")
    return Sheet("units", words("brief.sheet.units"), columns, rows)


def training(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """Training and communication by commune."""
    columns = [
        *_unit_columns(asked),
        *_counts(asked, "courses", "participants", "sessions", "people_reached"),
        *_source_columns(asked),
    ]
    rows = _of_units(asked, found, "training_by_unit", "tap_huan_lop")
    return Sheet("training", asked.words("brief.sheet.training"), columns, rows)


def models(asked: Asked, found: Sequence[dict[str, Any]]) -> Sheet:
    """Models and commendations by commune."""
    columns = [
        *_unit_columns(asked),
        *_counts(asked, "registered", "recognised", "replicated", "collectives", "individuals"),
        *_source_columns(asked),
    ]
    rows = _of_units(asked, found, "models_by_unit", "mo_hinh_dang_ky")
    return Sheet("models", asked.words("brief.sheet.models"), columns, rows)
