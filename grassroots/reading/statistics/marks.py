"""What the fast reader of .xlsx doesn't tell: hidden columns, errors, and formulas without a computed value.

One pass over each sheet's XML, which is never held as a whole.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from openpyxl.utils import coordinate_to_tuple

from grassroots.reading.model import UnreadableReport

if TYPE_CHECKING:
    from grassroots.reading.statistics.grid import Cell, Sheet

_LARGEST_PART = 200_000_000  # bytes unpacked


def add(path: Path, sheets: Mapping[str, Sheet]) -> None:
    """Fills ``hidden_columns`` and ``broken`` of the sheets. Raises UnreadableReport for spoilt XML."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name, part in _parts(archive).items():
                if name in sheets and archive.getinfo(part).file_size <= _LARGEST_PART:
                    with archive.open(part) as xml:
                        _read(xml, sheets[name])
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError, ValueError, EOFError) as error:
        raise UnreadableReport("damaged_file") from error


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet; none in a binary workbook (.xlsb)."""
    if "xl/workbook.xml" not in archive.namelist():
        return {}
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    found = {}
    for one in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if _tag(one) == "sheet":
            relation = next((value for key, value in one.items() if key.endswith("}id")), None)
            target = targets.get(relation, "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            if part.startswith("xl/worksheets/"):
                found[one.get("name", "")] = part
    return found


def _read(xml: Any, sheet: Sheet) -> None:
    hidden: set[int] = set()
    for _, one in ElementTree.iterparse(xml, events=("end",)):
        tag = _tag(one)
        if tag == "col" and one.get("hidden") in ("1", "true"):
            first, last = int(one.get("min", 1)), int(one.get("max", 1))
            hidden |= set(range(first - 1, min(last, sheet.width + 1)))
        elif tag == "c":
            _cell(one, sheet.broken)
        elif tag == "row":
            one.clear()
    sheet.hidden_columns = frozenset(hidden)


def _cell(one: Any, broken: dict[Cell, str]) -> None:
    reference = one.get("r", "")
    if not re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,6}", reference):
        return
    parts = {_tag(part): (part.text or "") for part in one}
    value = parts.get("v", "").strip()
    row, column = coordinate_to_tuple(reference)
    if one.get("t") == "e":
        broken[row - 1, column - 1] = value or "#?"
    elif "f" in parts and not value and one.get("t") not in ("str", "inlineStr"):
        broken[row - 1, column - 1] = f"={parts['f'].strip()}".rstrip("=") or "="


def _tag(one: Any) -> str:
    return str(one.tag).rpartition("}")[2]
