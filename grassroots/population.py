"""Inhabitants of units from a file that an office gives: one row a unit and year, checked line by line.

A CSV file with a heading: the unit's code and its vintage (or its name), the year, the number, the source.
Every fault is named with its line; a file with a fault gives nothing, so that half a file is never used.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grassroots.units import VINTAGES, Unit, find, fold, unit

LARGEST_BYTES = 20 << 20
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_MOST_PERSONS = 200_000_000
_SHOWN = 20  # faults named; a file of another kind has one in every line

# What a heading may say, without diacritics and in lower case.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("ma", "ma don vi", "ma dvhc", "ma xa", "ma don vi hanh chinh", "code", "unit code"),
    "name": ("ten", "ten don vi", "don vi", "xa phuong", "xa", "name", "unit"),
    "vintage": ("thoi ky", "bo ma", "thoi ky don vi", "vintage"),
    "year": ("nam", "year"),
    "persons": ("dan so", "so dan", "dan so nguoi", "population", "persons"),
    "source": ("nguon", "nguon so lieu", "source"),
}
_NEEDED = ("year", "persons", "source")


@dataclass(frozen=True, slots=True)
class Inhabitants:
    """One unit's inhabitants in one year. ``line`` counts from 1, the heading included."""

    unit_key: str
    year: int
    persons: int
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one line, 0: with the file; ``code`` is a key below ``population.problem``."""

    code: str
    line: int
    details: Mapping[str, str]


class UnusablePopulation(Exception):
    """A population file that can't be used. ``more`` faults are left out of ``faults``."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults, self.more = tuple(faults[:_SHOWN]), max(0, len(faults) - _SHOWN)
        super().__init__(self.faults, self.more)


def read(content: bytes) -> tuple[Inhabitants, ...]:
    """The rows of a population file. Raises UnusablePopulation."""
    lines = _lines(content)
    columns = _columns(lines[0])
    found: dict[tuple[str, int], Inhabitants] = {}
    faults: list[Fault] = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}
        read_row = _row(row, number)
        if isinstance(read_row, Fault):
            faults.append(read_row)
            continue
        known = found.setdefault((read_row.unit_key, read_row.year), read_row)
        if known.persons != read_row.persons:
            faults.append(Fault("twice", number, {"line_before": str(known.line)}))
    if faults:
        raise UnusablePopulation(faults)
    if not found:
        raise UnusablePopulation([Fault("no_rows", 0, {})])
    return tuple(found.values())


def _lines(content: bytes) -> list[list[str]]:
    if len(content) > LARGEST_BYTES:
        raise UnusablePopulation([Fault("too_large", 0, {"megabytes": str(LARGEST_BYTES >> 20)})])
    if not content.strip():
        raise UnusablePopulation([Fault("empty", 0, {})])
    text = _text(content)
    heading = text.split("\n", 1)[0]
    separator = max(",;\t", key=heading.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnusablePopulation([Fault("not_csv", 0, {})]) from error
    return lines


def _text(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusablePopulation([Fault("not_utf8", 0, {})]) from error
    if "\0" in text:
        raise UnusablePopulation([Fault("not_csv", 0, {})])
    return text


def _columns(heading: Sequence[str]) -> dict[str, int]:
    """Field → place of its column, told by the words of the heading."""
    words = [re.sub(r"[^a-z0-9]+", " ", fold(cell)).strip() for cell in heading]
    found = {
        field: words.index(word)
        for field, meant in _HEADINGS.items()
        for word in meant[::-1]
        if word in words
    }
    missing = [field for field in _NEEDED if field not in found]
    if "code" not in found and "name" not in found:
        missing.insert(0, "code")
    if missing:
        raise UnusablePopulation([Fault(f"no_{field}_column", 1, {}) for field in missing])
    return found


def _row(row: Mapping[str, str], line: int) -> Inhabitants | Fault:
    year, persons = _whole(row["year"]), _whole(row["persons"])
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Fault("bad_year", line, {"found": row["year"]})
    if persons is None or not 0 < persons <= _MOST_PERSONS:
        return Fault("bad_number", line, {"found": row["persons"]})
    if not row["source"]:
        return Fault("no_source", line, {})
    about = _unit_of(row, line)
    if isinstance(about, Fault):
        return about
    return Inhabitants(about.unit_key, year, persons, row["source"], line)


def _whole(text: str) -> int | None:
    """A whole number as people write it: 61234, 61.234, 61 234; None for anything else."""
    bare = re.sub(r"(?<=\d)[.,\s\u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return int(bare) if re.fullmatch(r"\d{1,10}", bare) else None


def _unit_of(row: Mapping[str, str], line: int) -> Unit | Fault:
    """The unit of a code in its vintage, which the name must not contradict; without a code, of the name."""
    wanted, name, vintage = row.get("code", ""), row.get("name", ""), row.get("vintage", "") or VINTAGES[-1]
    if vintage not in VINTAGES:
        return Fault("bad_vintage", line, {"found": vintage, "known": ", ".join(VINTAGES)})
    if wanted:
        found = _of_code(wanted, vintage)
        if found is None:
            return Fault("unknown_code", line, {"found": wanted, "vintage": vintage})
        if name and fold(found.name) not in fold(name):
            return Fault("other_name", line, {"found": wanted, "name": name, "unit": found.full_name})
        return found
    named = [each for each in find(name, vintage=vintage) if each.vintage == vintage] if name else []
    if len(named) != 1:
        return Fault("unknown_name" if not named else "ambiguous_name", line, {"found": name})
    return named[0]


def _of_code(code: str, vintage: str) -> Unit | None:
    """Spreadsheets take leading zeros off codes."""
    for written in _padded(code):
        try:
            return unit(f"{vintage}:{written}")
        except KeyError:
            continue
    return None


def _padded(code: str) -> Iterator[str]:
    yield code
    if code.isdigit():
        yield from (code.zfill(digits) for digits in (5, 3, 2) if len(code) < digits)
