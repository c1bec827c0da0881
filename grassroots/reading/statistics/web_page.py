"""A web page saved under a workbook's name, as many systems export: its tables as one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grassroots.reading.model import UnreadableReport

if TYPE_CHECKING:
    from grassroots.reading.statistics.grid import Cell

_LONGEST_SPAN = 500  # rows or columns that one cell may cover; more is a slip or meant ill
_MOST_CELLS = 200_000
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center", "caption", "li"})


def rows_of(path: Path) -> tuple[list[list[Any]], dict[Cell, Cell]]:
    """The rows of all tables under one another, words between them as rows of one cell; what is merged."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding=_encoding(path.read_bytes()[:4096]), no_network=True)
        page = html.parse(str(path), parser).getroot()
    except (etree.LxmlError, OSError, LookupError) as error:
        raise UnreadableReport("damaged_file") from error
    grid: dict[Cell, str] = {}
    spans: dict[Cell, Cell] = {}
    taken: set[Cell] = set()
    row = 0
    for block in _blocks(page) if page is not None else ():
        if block.tag == "tr":
            _row(block, row, grid, spans, taken)
        else:
            grid[row, 0] = _words(block)
        row += 1
        if len(taken) + len(grid) > _MOST_CELLS:
            raise UnreadableReport("form_problem.too_many_cells", cells=len(taken), limit=_MOST_CELLS)
    width = max((column for _, column in grid), default=-1) + 1
    return [[grid.get((at, column), "") for column in range(width)] for at in range(row)], spans


def _blocks(page: Any) -> Iterator[Any]:
    """Rows of tables, and blocks of words that hold no further block."""
    for element in page.iter("tr", *_BLOCKS):
        below = ("tr",) if element.tag == "tr" else ("table", *_BLOCKS)
        innermost = next(element.iterdescendants(*below), None) is None
        if innermost and (element.tag == "tr" or (_words(element) and not _in_table(element))):
            yield element


def _in_table(element: Any) -> bool:
    return next(element.iterancestors("tr"), None) is not None


def _row(tr: Any, row: int, grid: dict[Cell, str], spans: dict[Cell, Cell], taken: set[Cell]) -> None:
    column = 0
    for cell in tr:
        if cell.tag not in ("td", "th"):
            continue
        while (row, column) in taken:
            column += 1
        down, across = _span(cell, "rowspan"), _span(cell, "colspan")
        grid[row, column] = _words(cell)
        taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
        if (down, across) != (1, 1):
            spans[row, column] = row + down - 1, column + across - 1
        column += across


def _span(cell: Any, name: str) -> int:
    written = str(cell.get(name) or "1").strip()
    return min(max(int(written), 1), _LONGEST_SPAN) if written.isdecimal() else 1


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
