"""What a statement's figures rest on, as the footnote under it says it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby
from typing import Any

from grassroots.briefs.asked import Asked
from grassroots.indicators import indicator
from grassroots.masking import mask_names
from grassroots.names import indicator_name

_LONGEST = 240  # characters of a quote


class Footnotes:
    """The notes of one report. ``annex_of`` gives the annex that lists an indicator by unit."""

    def __init__(self, asked: Asked, annex_of: Mapping[str, str]) -> None:
        self._asked, self._annex_of = asked, annex_of

    def of(self, known: Mapping[str, Mapping[str, Any]]) -> str | None:
        """One note for the figures of a statement; those that rest on the same are told together."""
        if not known:
            return None
        told = sorted(
            ((*self._rests_on(code, row), code) for code, row in known.items()), key=lambda one: one[0]
        )
        grouped: list[tuple[str, list[str]]] = []
        for said, found in groupby(told, key=lambda one: one[0]):
            group = list(found)
            quotes = "; ".join(dict.fromkeys(quote for _, quote, _ in group if quote))
            grouped.append((f"{said}: {quotes}" if quotes else said, [code for *_, code in group]))
        # what most figures rest on comes first, without their names
        grouped.sort(key=lambda one: -len(one[1]))
        parts = [grouped[0][0]]
        for said, codes in grouped[1:]:
            named = ", ".join(indicator_name(code, self._asked.language) for code in codes)
            parts.append(self._asked.words("brief.note.of", named=named, said=said[:1].lower() + said[1:]))
        return self._finished(parts, known)

    def _finished(self, parts: list[str], known: Mapping[str, Mapping[str, Any]]) -> str:
        words = self._asked.words
        rows = known.values()
        if any(
            indicator(code).kind == "ratio" and row["denominator"] is not None for code, row in known.items()
        ):
            parts.append(words("brief.note.quotient"))
        for name in ("approximate", "computed"):
            if any(row[name] for row in rows):
                parts.append(words(f"brief.note.{name}"))
        if not all(row["confirmed"] for row in rows):
            parts.append(words("brief.note.unconfirmed"))
        return "; ".join(parts) + "."

    def _rests_on(self, code: str, row: Mapping[str, Any]) -> tuple[str, str]:
        """What a figure rests on, and its words where they are of one report."""
        asked = self._asked
        if row["basis"] == "sum":
            fields = {name: asked.count(row[f"units_{name}"]) for name in ("reported", "expected")}
            annex = self._annex_of.get(code, asked.words("brief.annexes"))
            return asked.words("brief.note.sum", **fields, annex=annex), ""
        if row["basis"] == "reported_above":
            return asked.words("brief.basis.reported_above"), ""
        found = self._own.get(code)
        if found is None:
            named = "; ".join(asked.report_words(one) for one in self._own_reports)
            if named:
                return asked.words("brief.note.own", reports=named), ""
            return asked.words("brief.note.own_unknown"), ""
        report, figure = found
        quote = mask_names(figure["quote"])
        quote = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
        return asked.report_words(report), asked.words("brief.note.words", quote=quote)

    @cached_property
    def _own_reports(self) -> list[dict[str, Any]]:
        key = self._asked.place["unit_key"]
        return [
            row for row in self._asked.rows_reported("reports") if row["standing"] and row["unit_key"] == key
        ]

    @cached_property
    def _own(self) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
        """The figure of the place's own report that a measure shows, by indicator, with its report."""
        found: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
        for report in self._own_reports:
            for figure in self._asked.rows_reported("report_figures", report_id=report["report_id"]):
                code, value = figure["decided_indicator"], figure["decided_value"]
                shown = self._asked.measures.get(code, {}).get("value")
                if figure["status"] != "rejected" and figure["decided_part"] is None and value == shown:
                    found.setdefault(code, (report, figure))
        return found
