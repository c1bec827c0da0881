"""The charts of a place and period: communes with the lowest rates and most overdue, kinds, the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.briefs.asked import Asked
from grassroots.briefs.plates import Chart, Plate, Value
from grassroots.briefs.tidy import figures_behind
from grassroots.colours import PALETTES
from grassroots.indicators import indicator
from grassroots.masking import mask_names
from grassroots.names import counted, indicator_name, period_name, period_short, unit_name
from grassroots.periods import Period

_SHOWN = 12  # units a chart names
_PALETTE = PALETTES["light"]
Rows = Sequence[Mapping[str, Any]]


def of_units(asked: Asked) -> tuple[Plate | None, Plate | None]:
    """The lowest rates, and who has most overdue."""
    rows = asked.rows("complaint_resolution_by_unit")
    quoted = figures_behind(asked, ("ty_le_giai_quyet", "don_qua_han"))
    rates = [row for row in quoted if row["indicator"] != "don_qua_han"]
    overdue = [row for row in quoted if row["indicator"] == "don_qua_han"]
    return _lowest(asked, rows, rates), _overdue(asked, rows, overdue)


def _lowest(asked: Asked, rows: Rows, quoted: Rows) -> Plate | None:
    """The lowest rates among units that are ranked; small counts are not."""
    ranked = [row for row in rows if row["rank_first"] is not None]
    shown = sorted(ranked, key=lambda row: (row["rate_percent"], row["name"]))[:_SHOWN]
    if not shown:
        return None
    title = asked.words("brief.slide.lowest", count=len(shown), ranked=len(ranked))
    names = [
        f"{_name(asked, row)} ({asked.count(row['settled'])}/{asked.count(row['accepted'])})" for row in shown
    ]
    values = {asked.words("brief.column.rate"): [round(row["rate_percent"], 1) for row in shown]}
    chart = Chart("bars", names, values, [_PALETTE.settled], percent=True)
    return Plate(title, _of_units(asked, shown, quoted), chart)


def _overdue(asked: Asked, rows: Rows, quoted: Rows) -> Plate | None:
    found = sorted((row for row in rows if row["overdue"]), key=lambda row: (-row["overdue"], row["name"]))
    if not found:
        return None
    shown = found[:_SHOWN]
    title = asked.words(
        "brief.slide.overdue",
        top=asked.count(sum(row["overdue"] for row in shown)),
        total=asked.count(sum(row["overdue"] for row in found)),
        units=len(shown),
    )
    values = {asked.words("brief.column.overdue"): [row["overdue"] for row in shown]}
    chart = Chart("bars", [_name(asked, row) for row in shown], values, [_PALETTE.overdue])
    return Plate(title, _of_units(asked, shown, quoted), chart)


def _of_units(asked: Asked, rows: Rows, quoted: Rows) -> list[str]:
    """The reports and words behind the units of a chart."""
    shown = {row["unit_key"] for row in rows}
    return [_words_of(asked, row) for row in quoted if row["unit_key"] in shown]


def _words_of(asked: Asked, row: Mapping[str, Any]) -> str:
    named = indicator_name(row["indicator"], asked.language)
    return f"{named}: {asked.report_words(row)}: “{mask_names(row['quote'])}”"


def _name(asked: Asked, row: Mapping[str, Any]) -> str:
    return unit_name(row["name"], row["kind"], asked.language)


def largest(asked: Asked, code: str) -> Plate | None:
    """The communes with the largest counts of an indicator; a commune is not compared with itself."""
    if asked.place["level"] != "province":
        return None
    found = [row for row in asked.rows("unit_measures", indicators=[code]) if row["value"]]
    shown = sorted(found, key=lambda row: (-row["value"], row["name"]))[:_SHOWN]
    if not shown:
        return None
    unit = counted(asked.measures[code]["counted_unit"] or indicator(code).unit_vi, asked.language)
    title = f"{indicator_name(code, asked.language)} ({unit})"
    chart = Chart("bars", [_name(asked, row) for row in shown], {title: [row["value"] for row in shown]},
                  [_PALETTE.settled])  # fmt: skip
    return Plate(title, _of_units(asked, shown, figures_behind(asked, [code])), chart)


def stages(asked: Asked) -> Plate | None:
    """The way of petitions from receipt to result."""
    rows = [row for row in asked.rows("petition_stages") if row["value"] is not None]
    if not rows:
        return None
    names = [asked.words(f"complaints.stage.{row['stage']}") for row in rows]
    notes = [f"{name}: {_covered(asked, row)}" for name, row in zip(names, rows, strict=True)]
    values = {asked.words("brief.column.value"): [row["value"] for row in rows]}
    return Plate(asked.words("complaints.stages"), notes, Chart("bars", names, values, [_PALETTE.settled]))


def kinds(asked: Asked) -> Plate | None:
    """Petitions accepted and settled by kind."""
    rows = [row for row in asked.rows("petitions_by_kind") if row["accepted"] is not None]
    names = [_kind(asked, row) for row in rows]
    return _columns(asked, asked.words("brief.slide.kinds"), names, ("accepted", "settled"), rows)


def _kind(asked: Asked, row: Mapping[str, Any]) -> str:
    named = asked.words(f"complaints.kind.{row['kind']}")
    return f"{named} ({counted(row['counted_unit'] or 'đơn', asked.language)})"


def reception(asked: Asked) -> Plate | None:
    """Receptions of citizens: all, regular, by leaders."""
    rows = [row for row in asked.rows("reception_by_kind") if row["visits"] is not None]
    names = [asked.words(f"complaints.reception_kind.{row['kind']}") for row in rows]
    title = asked.words("complaints.reception")
    return _columns(asked, title, names, ("visits", "persons", "matters"), rows)


def _columns(
    asked: Asked, title: str, names: Sequence[str], counts: Sequence[str], rows: Rows
) -> Plate | None:
    if not rows:
        return None
    values = {asked.words(f"brief.column.{name}"): [row[name] for row in rows] for name in counts}
    notes = [f"{name}: {_covered(asked, row)}" for name, row in zip(names, rows, strict=True)]
    colours = [_PALETTE.open_in_time, _PALETTE.settled, _PALETTE.context]
    return Plate(title, notes, Chart("columns", names, values, colours))


def _covered(asked: Asked, row: Mapping[str, Any]) -> str:
    fields = {name: row[f"units_{name}"] for name in ("reported", "expected")}
    return asked.words("measure.number.coverage", **fields)


def trend(asked: Asked) -> Plate | None:
    """One line a year: reports are cumulative, a line across New Year would fall for no reason."""
    rows = [row for row in asked.rows("resolution_trend") if row["rate_percent"] is not None]
    year = Period.parse(asked.period).year
    rows = [row for row in rows if row["period_year"] in (year, year - 1)]
    if len(rows) < 2:
        return None
    months = dict(sorted({row["period_name"]: row["months"] for row in rows}.items(), key=lambda one: one[1]))
    values: dict[str, list[Value]] = {}
    for at in sorted({row["period_year"] for row in rows}):
        of_year = {row["period_name"]: row["rate_percent"] for row in rows if row["period_year"] == at}
        values[str(at)] = [round(of_year[name], 1) if name in of_year else None for name in months]
    notes = [
        f"{period_name(row['period'], asked.language)}: "
        f"{asked.count(row['settled'])}/{asked.count(row['accepted'])}; {_covered(asked, row)}"
        for row in rows
    ]
    names = [period_short(name, asked.language) for name in months]
    colours = [_PALETTE.context, _PALETTE.settled][-len(values) :]
    return Plate(asked.words("trend.title"), notes, Chart("line", names, values, colours, percent=True))
