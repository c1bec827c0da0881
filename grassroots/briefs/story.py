"""What slides tell of a place and period, in their order: numbers, places, the map, kinds, the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.briefs import story_charts
from grassroots.briefs.asked import Asked
from grassroots.briefs.map_picture import map_sheet
from grassroots.briefs.plates import Lines, Number, Plate
from grassroots.indicators import indicator
from grassroots.names import counted, indicator_name, measure_written, unit_name
from grassroots.text import percent

NUMBERS = ("ty_le_giai_quyet", "don_qua_han", "tcd_luot", "tap_huan_lop", "mo_hinh_cong_nhan", "vi_pham")
_NAMED = 40  # units that one slide names


def story(asked: Asked) -> list[Plate]:
    """All plates that have something to show; a commune has none of units."""
    found = [numbers(asked)]
    if asked.place["level"] != "commune":
        lowest, overdue = story_charts.of_units(asked)
        found += [lowest, rate_map(asked), overdue]
    found += [story_charts.kinds(asked), story_charts.trend(asked), story_charts.reception(asked)]
    found.append(_silent(asked))
    return [plate for plate in found if plate is not None]


def numbers(asked: Asked, codes: Sequence[str] = NUMBERS) -> Plate | None:
    """Numbers that were reported, each with its counts and what it rests on."""
    known = [code for code in codes if asked.measures.get(code, {}).get("value") is not None]
    if not known:
        return None
    return Plate(
        headline(asked), [source(asked, code) for code in known], [number(asked, code) for code in known]
    )


def number(asked: Asked, code: str) -> Number:
    """A measure of the place that has a value."""
    row = asked.measures[code]
    unit = counted(row["counted_unit"] or indicator(code).unit_vi, asked.language)
    name = indicator_name(code, asked.language)
    return Number(
        name if unit == "%" else f"{name} ({unit})",
        measure_written(code, row, asked.language),
        _beneath(asked, code, row),
        bad=code == "don_qua_han" and bool(row["value"]),
    )


def headline(asked: Asked) -> str:
    """What happened, in the page's order: the rate with its counts, then what is overdue."""
    rate, overdue = (asked.measures.get(code, {}) for code in ("ty_le_giai_quyet", "don_qua_han"))
    if rate.get("value") is None:
        return asked.title
    fields = {
        "rate": percent(rate["value"], asked.language),
        "settled": asked.count(rate["numerator"]),
        "accepted": asked.count(rate["denominator"]),
    }
    if overdue.get("value") is None:
        return asked.words("brief.slide.settled", **fields)
    return asked.words("brief.slide.settled_overdue", **fields, overdue=asked.count(overdue["value"]))


def _beneath(asked: Asked, code: str, row: Mapping[str, Any]) -> list[str]:
    lines = []
    if indicator(code).kind == "ratio" and row["denominator"] is not None:
        lines.append(f"{asked.count(row['numerator'])}/{asked.count(row['denominator'])}")
    if row["difference"] is not None and row["base_value"] is not None:
        before = measure_written(code, row, asked.language, "base_value")
        lines.append(asked.words("brief.slide.before", value=before))
    if row["basis"] == "sum":
        fields = {name: asked.count(row[f"units_{name}"]) for name in ("reported", "expected")}
        lines.append(asked.words("measure.number.coverage", **fields))
    return lines


def source(asked: Asked, code: str) -> str:
    """A number with what it rests on, for the notes."""
    row = asked.measures[code]
    value = measure_written(code, row, asked.language)
    basis = asked.words(f"brief.basis.{row['basis']}")
    fields = {name: asked.count(row[f"units_{name}"]) for name in ("reported", "expected")}
    covered = asked.words("measure.number.coverage", **fields)
    return f"{indicator_name(code, asked.language)}: {value}; {basis}; {covered}."


def rate_map(asked: Asked) -> Plate | None:
    """The map of rates; None where no outline is known."""
    sheet = map_sheet(asked)
    if sheet is None:
        return None
    return Plate(asked.words("complaints.by_unit"), [asked.words("brief.slide.map")], sheet)


def _silent(asked: Asked) -> Plate | None:
    """Who has not reported, by name."""
    rows = [] if asked.place["level"] == "commune" else asked.rows_reported("not_reported")
    if not rows:
        return None
    title = asked.words("brief.slide.silent", count=len(rows), communes=asked.communes)
    names = [unit_name(row["name"], row["kind"], asked.language) for row in rows]
    return Plate(title, [], Lines([", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")]))
