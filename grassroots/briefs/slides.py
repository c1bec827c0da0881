"""The slides of a place and period: numbers, charts that can be edited, the map, sources in the notes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from grassroots.briefs.asked import Asked
from grassroots.briefs.deck import BODY, EDGE, HEIGHT, PALETTE, WIDTH, Deck, chart, write
from grassroots.briefs.map_picture import map_picture
from grassroots.briefs.tidy import figures_behind
from grassroots.indicators import indicator
from grassroots.masking import mask_names
from grassroots.names import counted, indicator_name, measure_written, period_short, unit_name
from grassroots.periods import Period
from grassroots.text import percent

_SHOWN = 12  # units a chart names
_NUMBERS = ("ty_le_giai_quyet", "don_qua_han", "tcd_luot", "tap_huan_lop", "mo_hinh_cong_nhan", "vi_pham")
_COLUMNS = 3


def pptx(asked: Asked) -> bytes:
    """The bytes of the slides."""
    deck = Deck(asked)
    _cover(deck)
    _numbers(deck)
    if asked.place["level"] != "commune":
        rows = asked.rows("complaint_resolution_by_unit")
        quoted = figures_behind(asked, ("ty_le_giai_quyet", "don_qua_han"))
        _lowest(deck, rows, quoted)
        _map(deck)
        _overdue(deck, rows, quoted)
    _kinds(deck)
    _trend(deck)
    _reception(deck)
    _silent(deck)
    return deck.bytes()


def _cover(deck: Deck) -> None:
    asked = deck.asked
    slide = deck.slide(asked.title, [asked.words("brief.slide.asked")])
    lines = [line for line in (*asked.says, asked.mark) if line]
    write(slide, lines, (EDGE, 2.0, WIDTH - 2 * EDGE, 3.5), 22, colour=PALETTE.text)


def _numbers(deck: Deck) -> None:
    """Six numbers, each with its counts and what it rests on."""
    asked = deck.asked
    known = [code for code in _NUMBERS if asked.measures.get(code, {}).get("value") is not None]
    if not known:
        return
    slide = deck.slide(_headline(asked), [_source(asked, code) for code in known])
    wide, high = BODY[2] / _COLUMNS, BODY[3] / 2
    for place, code in enumerate(known):
        row = asked.measures[code]
        left, top = EDGE + place % _COLUMNS * wide, BODY[1] + place // _COLUMNS * high
        size = wide - 0.2
        write(slide, [_named(asked, code)], (left, top, size, 0.45), 16, colour=PALETTE.text)
        value = measure_written(code, row, asked.language)
        colour = PALETTE.bad if code == "don_qua_han" and row["value"] else PALETTE.accent
        write(slide, [value], (left, top + 0.45, size, 0.95), 48, bold=True, colour=colour)
        write(slide, _beneath(asked, code, row), (left, top + 1.4, size, 0.95), 16)


def _headline(asked: Asked) -> str:
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


def _named(asked: Asked, code: str) -> str:
    unit = counted(asked.measures[code]["counted_unit"] or indicator(code).unit_vi, asked.language)
    return (
        indicator_name(code, asked.language)
        if unit == "%"
        else f"{indicator_name(code, asked.language)} ({unit})"
    )


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


def _source(asked: Asked, code: str) -> str:
    """A number with what it rests on, for the notes."""
    row = asked.measures[code]
    value = measure_written(code, row, asked.language)
    basis = asked.words(f"brief.basis.{row['basis']}")
    fields = {name: asked.count(row[f"units_{name}"]) for name in ("reported", "expected")}
    covered = asked.words("measure.number.coverage", **fields)
    return f"{indicator_name(code, asked.language)}: {value}; {basis}; {covered}."


def _of_units(
    asked: Asked, rows: Sequence[Mapping[str, Any]], quoted: Sequence[Mapping[str, Any]]
) -> list[str]:
    """The reports and words behind the units of a chart."""
    shown = {row["unit_key"] for row in rows}
    return [_words_of(asked, row) for row in quoted if row["unit_key"] in shown]


def _words_of(asked: Asked, row: Mapping[str, Any]) -> str:
    named = indicator_name(row["indicator"], asked.language)
    return f"{named}: {asked.report_words(row)}: “{mask_names(row['quote'])}”"


def _name(asked: Asked, row: Mapping[str, Any]) -> str:
    return unit_name(row["name"], row["kind"], asked.language)


def _lowest(deck: Deck, rows: Sequence[Mapping[str, Any]], quoted: Sequence[Mapping[str, Any]]) -> None:
    """The lowest rates among units that are ranked; small counts are not."""
    asked = deck.asked
    ranked = [row for row in rows if row["rank_first"] is not None]
    shown = sorted(ranked, key=lambda row: (row["rate_percent"], row["name"]))[:_SHOWN]
    if not shown:
        return
    title = asked.words("brief.slide.lowest", count=len(shown), ranked=len(ranked))
    slide = deck.slide(
        title, _of_units(asked, shown, [one for one in quoted if one["indicator"] != "don_qua_han"])
    )
    names = [
        f"{_name(asked, row)} ({asked.count(row['settled'])}/{asked.count(row['accepted'])})" for row in shown
    ]
    values = {asked.words("brief.column.rate"): [round(row["rate_percent"], 1) for row in shown]}
    chart(slide, names, values, [PALETTE.settled], number_format='0.0"%"', alt=title)


def _map(deck: Deck) -> None:
    picture = map_picture(deck.asked)
    if picture is None:
        return
    title = deck.asked.words("complaints.by_unit")
    slide = deck.slide(title, [deck.asked.words("brief.slide.map")])
    high = HEIGHT - 2.2
    shape = slide.shapes.add_picture(io.BytesIO(picture), Inches(EDGE), Inches(1.4), height=Inches(high))
    shape.left = round((Inches(WIDTH) - shape.width) / 2)
    shape._element.nvPicPr.cNvPr.set("descr", f"{title}. {deck.asked.filters}")


def _overdue(deck: Deck, rows: Sequence[Mapping[str, Any]], quoted: Sequence[Mapping[str, Any]]) -> None:
    asked = deck.asked
    found = sorted((row for row in rows if row["overdue"]), key=lambda row: (-row["overdue"], row["name"]))
    if not found:
        return
    shown = found[:_SHOWN]
    title = asked.words(
        "brief.slide.overdue",
        top=asked.count(sum(row["overdue"] for row in shown)),
        total=asked.count(sum(row["overdue"] for row in found)),
        units=len(shown),
    )
    slide = deck.slide(
        title, _of_units(asked, shown, [one for one in quoted if one["indicator"] == "don_qua_han"])
    )
    values = {asked.words("brief.column.overdue"): [row["overdue"] for row in shown]}
    chart(slide, [_name(asked, row) for row in shown], values, [PALETTE.overdue], alt=title)


def _kinds(deck: Deck) -> None:
    asked = deck.asked
    rows = [row for row in asked.rows("petitions_by_kind") if row["accepted"] is not None]
    if not rows:
        return
    names = [_kind(asked, row) for row in rows]
    values = {
        asked.words(f"brief.column.{name}"): [row[name] for row in rows] for name in ("accepted", "settled")
    }
    _columns(deck, asked.words("brief.slide.kinds"), names, values, rows)


def _kind(asked: Asked, row: Mapping[str, Any]) -> str:
    named = asked.words(f"complaints.kind.{row['kind']}")
    return f"{named} ({counted(row['counted_unit'] or 'đơn', asked.language)})"


def _reception(deck: Deck) -> None:
    asked = deck.asked
    rows = [row for row in asked.rows("reception_by_kind") if row["visits"] is not None]
    if not rows:
        return
    names = [asked.words(f"complaints.reception_kind.{row['kind']}") for row in rows]
    values = {
        asked.words(f"brief.column.{name}"): [row[name] for row in rows]
        for name in ("visits", "persons", "matters")
    }
    _columns(deck, asked.words("complaints.reception"), names, values, rows)


def _columns(
    deck: Deck,
    title: str,
    names: Sequence[str],
    values: Mapping[str, Sequence[Any]],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    asked = deck.asked
    notes = [
        f"{name}: "
        + asked.words(
            "measure.number.coverage", reported=row["units_reported"], expected=row["units_expected"]
        )
        for name, row in zip(names, rows, strict=True)
    ]
    colours = [PALETTE.open_in_time, PALETTE.settled, PALETTE.context]
    slide = deck.slide(title, notes)
    chart(slide, names, values, colours, kind=XL_CHART_TYPE.COLUMN_CLUSTERED, alt=title)


def _trend(deck: Deck) -> None:
    """One line a year: reports are cumulative, a line across New Year would fall for no reason."""
    asked = deck.asked
    rows = [row for row in asked.rows("resolution_trend") if row["rate_percent"] is not None]
    year = Period.parse(asked.period).year
    rows = [row for row in rows if row["period_year"] in (year, year - 1)]
    if len(rows) < 2:
        return
    months = dict(sorted({row["period_name"]: row["months"] for row in rows}.items(), key=lambda one: one[1]))
    values: dict[str, list[float | None]] = {}
    for at in sorted({row["period_year"] for row in rows}):
        of_year = {row["period_name"]: row["rate_percent"] for row in rows if row["period_year"] == at}
        values[str(at)] = [round(of_year[name], 1) if name in of_year else None for name in months]
    names = [period_short(name, asked.language) for name in months]
    notes = [
        f"{row['period']}: {asked.count(row['settled'])}/{asked.count(row['accepted'])}; "
        + asked.words(
            "measure.number.coverage", reported=row["units_reported"], expected=row["units_expected"]
        )
        for row in rows
    ]
    colours = [PALETTE.context, PALETTE.settled][-len(values) :]
    title = asked.words("trend.title")
    chart(
        deck.slide(title, notes), names, values, colours,
        kind=XL_CHART_TYPE.LINE_MARKERS, number_format='0.0"%"', alt=title,
    )  # fmt: skip


def _silent(deck: Deck) -> None:
    """Who has not reported, by name."""
    asked = deck.asked
    rows = [] if asked.place["level"] == "commune" else asked.rows_reported("not_reported")
    if not rows:
        return
    title = asked.words("brief.slide.silent", count=len(rows), communes=asked.communes)
    names = [_name(asked, row) for row in rows]
    shown = ", ".join(names[:40]) + ("…" if len(names) > 40 else "")
    write(deck.slide(title, []), [shown], BODY, 22, colour=PALETTE.text)
