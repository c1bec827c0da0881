"""The annexes of a report: its measures beside the base period, tables by unit, the reports it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grassroots.briefs import outline
from grassroots.briefs.asked import Asked
from grassroots.indicators import indicator
from grassroots.names import counted, indicator_name, measure_written, unit_heading
from grassroots.text.numbers import MINUS

SENTENCE = 24  # characters: columns with longer cells are for words
_NAME = 0.233  # of the whole width, the first column where others are as wide


@dataclass(frozen=True, slots=True)
class Annex:
    """One table. ``codes`` are the indicators of its columns, where they are; the first column is a name."""

    number: str
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    codes: Sequence[str] = ()
    total: bool = False  # the last row is the place's own


def wordy(annex: Annex) -> list[bool]:
    """Which columns hold sentences."""
    places = range(len(annex.header))
    return [any(len(row[place]) > SENTENCE for row in annex.rows) for place in places]


def widths(annex: Annex) -> list[float]:
    """Shares of the table's width: the name's column and those of sentences wide, numbers alike."""
    sentences = wordy(annex)
    shares = [4.0 if one else 1.0 for one in sentences]
    shares[0] = max(_NAME * len(shares), 1.9)
    return shares


def annexes(asked: Asked) -> list[Annex]:
    """All annexes that have rows; a commune has no tables by unit."""
    found = [_measures(asked)]
    if asked.place["level"] != "commune":
        units = _units(asked)
        for group in outline.groups():
            table = _by_unit(asked, group, units)
            if table is not None:
                found.append(table)
    found.append(_reports(asked))
    return [_numbered(asked, one, place) for place, one in enumerate((one for one in found if one.rows), 1)]


def _numbered(asked: Asked, one: Annex, place: int) -> Annex:
    number = asked.words("brief.annex.number", number=roman(place))
    return Annex(number, one.title, one.header, one.rows, one.codes, one.total)


def roman(number: int) -> str:
    """1 → I, 14 → XIV."""
    written = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        written += sign * (number // value)
        number %= value
    return written


def _measures(asked: Asked) -> Annex:
    words = asked.words
    based = bool(asked.base)
    header = [words("brief.annex.name"), words("brief.column.counted"), words("brief.annex.now")]
    header += [words("brief.annex.before"), words("brief.annex.difference")] if based else []
    of_units = asked.place["level"] != "commune"
    header += [words("brief.annex.rests")] if of_units else []
    rows = []
    for code, row in asked.measures.items():
        if row["value"] is None:
            continue
        unit = counted(row["counted_unit"] or indicator(code).unit_vi, asked.language)
        cells = [indicator_name(code, asked.language), unit, measure_written(code, row, asked.language)]
        if based:
            cells += [_or_nothing(asked, code, row, "base_value"), _difference(asked, code, row)]
        if of_units:
            cells.append(f"{row['units_reported']}/{row['units_expected']}" if row["basis"] == "sum" else "")
        rows.append(cells)
    return Annex("", words("brief.annex.measures"), header, rows)


def _or_nothing(asked: Asked, code: str, row: Mapping[str, Any], name: str) -> str:
    return "" if row[name] is None else measure_written(code, row, asked.language, name)


def _difference(asked: Asked, code: str, row: Mapping[str, Any]) -> str:
    """The change with its sign; nothing where the two periods can't be compared."""
    if row["difference"] is None:
        return ""
    size = measure_written(code, {"value": abs(row["difference"])}, asked.language)
    return f"{'+' if row['difference'] > 0 else MINUS if row['difference'] < 0 else ''}{size}"


Units = Mapping[str, Mapping[str, Mapping[str, Any]]]  # by unit_key, then by indicator


def _units(asked: Asked) -> Units:
    """Every commune's values of all that the report says, asked for at once; a country's provinces."""
    codes = _known(asked, tuple(outline.statements()))
    if asked.place["level"] == "country":
        return _provinces(asked, codes)
    units: dict[str, dict[str, dict[str, Any]]] = {}
    for row in asked.rows("unit_measures", indicators=codes):
        units.setdefault(row["unit_key"], {})[row["indicator"]] = row
    return units


def _provinces(asked: Asked, codes: Sequence[str]) -> Units:
    """Provinces of the country that have reports: three thousand communes are no annex that anybody reads."""
    return {
        province["unit_key"]: {
            row["indicator"]: {**row, "name": province["name"], "kind": province["kind"]}
            for row in asked.rows("area_measures", place=province["unit_key"])
            if row["indicator"] in codes
        }
        for province in asked.rows_reported("places")
        if province["level"] == "province" and province["vintage"] == asked.place["vintage"]
    }


def _known(asked: Asked, statements: tuple[str, ...]) -> list[str]:
    """The indicators of these statements that have a value; scores are not summed."""
    return [
        code
        for code in outline.codes(statements)
        if asked.measures.get(code, {}).get("value") is not None and indicator(code).kind != "score"
    ]


def _by_unit(asked: Asked, statements: tuple[str, ...], units: Units) -> Annex | None:
    """One row a commune, one column an indicator; the place's own value last. None without a figure."""
    codes = _known(asked, statements)
    if not codes:
        return None
    rows = [_unit_row(asked, codes, found) for found in units.values()]
    total = [measure_written(code, asked.measures[code], asked.language) for code in codes]
    heading = [asked.words("brief.annex.unit"), *(_column(asked, code) for code in codes)]
    title = asked.words(f"brief.group.{statements[0]}")  # an annex is called after its first statement
    return Annex("", title, heading, [*rows, [asked.words("brief.annex.total"), *total]], codes, total=True)


def _column(asked: Asked, code: str) -> str:
    unit = counted(asked.measures[code]["counted_unit"] or indicator(code).unit_vi, asked.language)
    return f"{indicator(code).name(asked.language)} ({unit})"


def _unit_row(asked: Asked, codes: Sequence[str], found: Mapping[str, Mapping[str, Any]]) -> list[str]:
    of = next(iter(found.values()))
    cells = [_cell(asked, code, found.get(code)) for code in codes]
    return [unit_heading(of["name"], of["kind"], asked.language), *cells]


def _cell(asked: Asked, code: str, row: Mapping[str, Any] | None) -> str:
    return "" if row is None or row["value"] is None else measure_written(code, row, asked.language)


def _reports(asked: Asked) -> Annex:
    words = asked.words
    rows = [
        [
            unit_heading(row["unit_name"], row["unit_kind"], asked.language),
            asked.report_words(row),
            asked.count(row["figures"]),
            asked.count(row["confirmed"]),
        ]
        for row in asked.rows_reported("reports")
        if row["standing"]
    ]
    header = [words(f"brief.annex.{name}") for name in ("unit", "report", "figures", "state")]
    return Annex("", words("brief.annex.reports"), header, rows)
