"""Cases of an office's own: what it reviewed of a report, as a text and its truth table."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grassroots.accuracy.truth import COLUMNS, ENDING

Row = Mapping[str, Any]
_APPROXIMATE = {"about": "(khoảng) ", "over": "(trên) ", "under": "(gần) "}
_BESIDE = frozenset({"header", "footer"})  # said on every page, and no figure's sentence


class FolderHolds(Exception):
    """A case of that name is there already. ``file`` is its name."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def reviewed(report: Row) -> bool:
    """A narrative report that still counts and of which every figure is decided."""
    decided = (report["confirmed"] or 0) + (report["rejected"] or 0)
    waiting = report["unconfirmed"] or 0
    return report["source_kind"] == "narrative" and not report["superseded"] and decided > 0 and waiting == 0


def case_name(report: Row) -> str:
    """The unit's code, the period and the report: no two reports share it."""
    return f"{report['unit_key'].replace(':', '_')}_{report['period']}_{report['report_id'][:8]}"


def text_of(report: Row, passages: Sequence[Row]) -> str:
    """The case's text: on the first line which report it is, then its passages, each on a line of its own."""
    said = [report["issuer"] or "", report["number"] or "", report["period"], *report["files"]]
    lines = [" · ".join(filter(None, said))]
    return "\n".join([*lines, *(one["text"] for one in passages if one["kind"] not in _BESIDE)]) + "\n"


def truth_of(figures: Sequence[Row]) -> list[dict[str, str]]:
    """One row a figure as decided; what was rejected is left out."""
    return [
        {
            "indicator": one["decided_indicator"] + (f"@{part}" if (part := _part(one)) else ""),
            "value": _plain(one["decided_value"]),
            "unit": _APPROXIMATE.get(one["approximate"] or "", "") + (one["decided_counted_unit"] or ""),
            "quote": one["quote"],
        }
        for one in figures
        if one["status"] in ("confirmed", "corrected")
    ]


def write(folder: Path, report: Row, passages: Sequence[Row], figures: Sequence[Row]) -> Path:
    """Writes one case; gives its truth table. Raises FolderHolds rather than replace a file."""
    folder.mkdir(parents=True, exist_ok=True)
    text, table = folder / f"{case_name(report)}.txt", folder / f"{case_name(report)}{ENDING}"
    for file in (text, table):
        if file.exists():
            raise FolderHolds(file.name)
    text.write_text(text_of(report, passages), encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(truth_of(figures))
    return table


def _part(figure: Row) -> str:
    return " ".join((figure["decided_part"] or "").replace("@", " ").split())


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))
