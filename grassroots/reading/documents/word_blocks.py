"""Paragraphs and tables of a Word document → drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from grassroots.reading.documents import legacy
from grassroots.reading.documents.draft import Draft, PassageKind
from grassroots.reading.documents.word_names import MC, M, W
from grassroots.reading.documents.word_numbers import Numbering
from grassroots.reading.documents.word_styles import Style, Styles, font_of, hidden_by, numbering_of
from grassroots.reading.documents.word_tables import grid, rows_of

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_LEFT_OUT = frozenset(
    {f"{MC}Fallback"}
    | {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delInstrText", "delText")}
    | {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr")}
)
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
CELLS = " | "


class Blocks:
    """Reads blocks in the document's order, which its lists' numbers depend on."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Mapping[str, Mapping[str, Any]]) -> None:
        self._styles, self._numbering, self._notes = styles, numbering, notes

    def of(self, parent: Any, kind: PassageKind | None) -> Iterator[Draft]:
        if parent is None:
            return
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, kind)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, kind)
            elif element.tag in _WRAPPERS and not _is_placeholder(element):
                yield from self.of(element, kind)

    def _paragraph(self, paragraph: Any, kind: PassageKind | None) -> Iterator[Draft]:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.named(None if named is None else named.get(f"{W}val"))
        runs = _Runs(self._styles, style)
        text = runs.text(paragraph)
        numbering = numbering_of(paragraph.find(f"{W}pPr/{W}numPr")) or style.numbering
        if kind is None and style.heading:
            kind = "heading"
        elif kind is None and numbering is not None and numbering[0] not in ("", "0"):
            kind = "item"
        if numbering is not None and text.strip():
            text = f"{self._numbering.label(*numbering)} {text}"
        for line in text.split("\n"):
            if line.strip():
                yield Draft(line.strip(), kind=kind)
        for name, number in runs.notes:
            yield from self.of(self._notes[name].get(number), "paragraph")
        for box in runs.boxes:
            yield from self.of(box, "paragraph")

    def _table(self, table: Any, kind: PassageKind | None) -> Iterator[Draft]:
        """A layout table (the head, the signature) gives its cells' paragraphs, a table of figures its
        rows, with merged cells repeated in each place they cover."""
        rows = rows_of(table)
        if len(rows) <= 2 and all(len(row) <= 2 for row in rows):
            for row in rows:
                for column, cell in enumerate(row):
                    for draft in self.of(cell.element, kind):
                        yield replace(draft, column=column)
            return
        texts = [
            [" ".join(draft.text for draft in self.of(cell.element, kind)) for cell in row] for row in rows
        ]
        for cells in grid(rows, texts):
            if any(cells):
                yield Draft(CELLS.join(cells), kind="row")


class _Runs:
    """The visible text of one paragraph; what stands apart from it is put aside."""

    def __init__(self, styles: Styles, style: Style) -> None:
        self._styles, self._style = styles, style
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []

    def text(self, element: Any) -> str:
        parts: list[str] = []
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                parts.append(self._run(child))
            elif tag in (f"{W}t", f"{M}t"):
                parts.append(child.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))
            elif len(child) and not _is_placeholder(child):
                parts.append(self.text(child))
        return "".join(parts)

    def _run(self, run: Any) -> str:
        properties = run.find(f"{W}rPr")
        named = None if properties is None else properties.find(f"{W}rStyle")
        own = self._styles.named(None if named is None else named.get(f"{W}val"))
        styles = (own, self._style, self._styles.default)
        hidden = next(
            (said for said in (hidden_by(properties), *(one.hidden for one in styles)) if said is not None),
            False,
        )
        text = self.text(run)
        if hidden:
            return ""
        font = font_of(properties) or next((one.font for one in styles if one.font), None)
        return legacy.by_font(text, font)


def _is_placeholder(control: Any) -> bool:
    """A control nobody has filled in: "Click here to enter text"."""
    return control.tag == f"{W}sdt" and control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
