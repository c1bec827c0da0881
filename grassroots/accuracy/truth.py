"""Truth tables as they lie in a folder."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grassroots.indicators import indicators

ENDING = ".truth.csv"
COLUMNS = ("indicator", "value", "unit", "quote")


class CaseFault(Exception):
    """A case that can't be scored. ``code`` is a key below ``accuracy.fault.``."""

    def __init__(self, code: str, file: Path, **details: object) -> None:
        super().__init__(code, file, details)
        self.code, self.file, self.details = code, file, details


@dataclass(frozen=True, slots=True)
class Truth:
    """One row of a truth table: a figure that the text states."""

    codes: tuple[str, ...]  # any of them is right
    part: str  # '' none, '?name' optional, 'name'
    value: float
    unit: str
    quote: str
    optional: bool

    @property
    def counts(self) -> bool:
        """Leaving it out is a miss. A code outside the catalogue stands for completeness only."""
        return not self.optional and any(code in indicators() for code in self.codes)

    @property
    def code(self) -> str:
        """The first code that the catalogue has."""
        return next((code for code in self.codes if code in indicators()), self.codes[0])


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    truth: tuple[Truth, ...]


def cases(folder: Path) -> Iterator[Case]:
    """Every case of a folder, by name. Raises CaseFault, for a folder without any too."""
    tables = sorted(folder.glob(f"*{ENDING}"))
    if not tables:
        raise CaseFault("no_cases", folder)
    for table in tables:
        yield case(table)


def case(table: Path) -> Case:
    """The case of one truth table. Raises CaseFault."""
    name = table.name.removesuffix(ENDING)
    file = table.with_name(f"{name}.txt")
    try:
        lines = file.read_text(encoding="utf-8").splitlines()[1:]
    except OSError as error:
        raise CaseFault("no_text", table, text=file.name) from error
    except UnicodeDecodeError as error:
        raise CaseFault("not_utf8", file) from error
    text = "\n".join(line for line in lines if not line.startswith("[EXCERPT"))
    return Case(name, text, tuple(_rows(table)))


def _rows(table: Path) -> Iterator[Truth]:
    try:
        content = table.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseFault("not_utf8", table) from error
    reader = csv.DictReader(content.splitlines(keepends=True))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise CaseFault("no_column", table, column=missing[0])
    for row in reader:
        name, _, part = (row["indicator"] or "").strip().partition("@")
        try:
            value = float(row["value"] or "")
        except ValueError as error:
            raise CaseFault("not_a_number", table, line=reader.line_num, written=row["value"]) from error
        if not name.lstrip("?"):
            raise CaseFault("no_indicator", table, line=reader.line_num)
        codes = tuple(name.lstrip("?").split("|"))
        yield Truth(codes, part, value, row["unit"] or "", row["quote"] or "", name.startswith("?"))
