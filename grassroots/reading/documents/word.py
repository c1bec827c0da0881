"""Word documents: body paragraphs, tables by row, text boxes, headers and footers, in reading order.

The XML is read with lxml directly: python-docx builds an object for each run, which costs more than the
whole reading. Entities are not resolved and nothing outside the file is fetched.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from grassroots.reading.documents.draft import Draft, PassageKind
from grassroots.reading.model import UnreadableReport

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARSER_OPTIONS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_HEADER = re.compile(r"word/header\d*\.xml")


def drafts(path: Path) -> list[Draft]:
    """Raises UnreadableReport for a damaged or protected document."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            body = archive.read("word/document.xml")
            headers = [archive.read(name) for name in sorted(names) if _HEADER.fullmatch(name)]
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableReport("damaged_file") from error
    except RuntimeError as error:  # zipfile's answer to an encrypted entry
        raise UnreadableReport("password_protected") from error
    except Exception as error:  # zlib.error and the like: the archive's bytes are broken
        raise UnreadableReport("damaged_file") from error
    found = [draft for header in headers for draft in _part(header, "header")]
    return found + list(_part(body, None))


def _part(content: bytes, kind: PassageKind | None) -> Iterator[Draft]:
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise UnreadableReport("damaged_file") from error
    body = root.find(f"{_W}body")
    yield from _blocks(root if body is None else body, kind)


def _blocks(parent: Any, kind: PassageKind | None) -> Iterator[Draft]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, kind)
        elif element.tag == f"{_W}tbl":
            yield from _table(element, kind)
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}smartTag"):
            yield from _blocks(element, kind)


def _paragraph(paragraph: Any, kind: PassageKind | None) -> Iterator[Draft]:
    boxes: list[Any] = []
    text = _text(paragraph, boxes)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    numbering = paragraph.find(f"{_W}pPr/{_W}numPr")
    if kind is None and style is not None and str(style.get(f"{_W}val", "")).lower().startswith("heading"):
        kind = "heading"
    elif kind is None and numbering is not None:
        kind = "item"
    for line in text.split("\n"):
        if line.strip():
            yield Draft(line.strip(), kind=kind)
    for box in boxes:
        yield from _blocks(box, "paragraph")


def _text(element: Any, boxes: list[Any]) -> str:
    """The visible text below an element; text boxes are put aside, deleted text and fallbacks left out."""
    parts: list[str] = []
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            parts.append(child.text or "")
        elif tag == f"{_W}tab":
            parts.append("\t")
        elif tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag in (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"):
            continue
        elif len(child):
            parts.append(_text(child, boxes))
    return "".join(parts)


def _table(table: Any, kind: PassageKind | None) -> Iterator[Draft]:
    """A layout table (the head, the signature) gives its cells' paragraphs, a table of figures its rows."""
    rows = [[cell for cell in row if cell.tag == f"{_W}tc"] for row in table.iter(f"{_W}tr")]
    if len(rows) <= 2 and all(len(cells) <= 2 for cells in rows):
        for cells in rows:
            for column, cell in enumerate(cells):
                for draft in _blocks(cell, kind):
                    yield Draft(draft.text, kind=draft.kind, column=column)
        return
    for cells in rows:
        texts = [" ".join(draft.text for draft in _blocks(cell, kind)) for cell in cells]
        if any(texts):
            yield Draft(" | ".join(texts), kind="row")
