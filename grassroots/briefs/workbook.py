"""The tables of a page as .xlsx: what it is of above every table, panes frozen, rates as live formulas.

Written with XlsxWriter, which stores a formula's result beside it: previews on phones and programs that don't
calculate show the rate too. Words are stored as words, whatever they begin with.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format as Look
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from grassroots.briefs.asked import Asked
from grassroots.briefs.model import Column, Sheet
from grassroots.briefs.tidy import sheets
from grassroots.briefs.workbook_looks import FONT, Looks, lines, tab, tallest

_FOOT = 180  # characters of a page's foot
_MARKED = 5  # columns that the mark's colour fills
_LINE = 15  # points of a row's height for one line


def workbook(asked: Asked) -> bytes:
    """The page's tables as the bytes of a workbook, the one by unit first."""
    about = {"title": asked.title, "subject": asked.filters, "comments": asked.mark or ""}
    return book_of(about, [(sheet, asked) for sheet in sheets(asked)])


def book_of(about: Mapping[str, str], tables: Sequence[tuple[Sheet, Asked]]) -> bytes:
    """The bytes of a workbook of tables, each with the choice that it was asked under."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(dict(about))
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(11)
    looks = Looks(book)
    for sheet, asked in tables:
        _write(book, sheet, asked, looks)
    book.close()
    return file.getvalue()


def _write(book: Workbook, sheet: Sheet, asked: Asked, looks: Looks) -> None:
    page = book.add_worksheet(tab(sheet.title))
    top = _heading(page, sheet, asked, looks)
    columns = list(sheet.columns)
    sums = any(column.summed for column in columns)
    header = top + (1 if sums else 0)
    first, last = header + 1, header + max(len(sheet.rows), 1)
    places = {column.name: at for at, column in enumerate(columns)}
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width)
        head = {"bold": True, "text_wrap": True, "bg_color": "#E4E9EE", "bottom": 1, "valign": "vcenter",
                "align": "left" if column.format == "text" else "center"}  # fmt: skip
        page.write_string(header, at, column.title, looks.of(**head))
    if sums:
        _totals(page, sheet, looks, (top, first, last), places, asked)
    page.set_row(header, _LINE * max(lines(column.title, column.width - 3) for column in columns))
    for number, row in enumerate(sheet.rows, first):
        page.set_row(number, _LINE * tallest(columns, row))
        for at, column in enumerate(columns):
            _cell(page, number, at, column, row, places, looks, asked)
    page.autofilter(header, 0, last, len(columns) - 1)
    page.freeze_panes(first, 1)
    _printed(page, asked, header, last, places)


def _heading(page: Worksheet, sheet: Sheet, asked: Asked, looks: Looks) -> int:
    """What the table is and what it rests on; gives the first row that is free."""
    page.write_string(0, 0, f"{sheet.title}: {asked.place_heading}", looks.of(bold=True, font_size=14))
    at = 1
    if asked.mark:
        look = looks.of(bold=True, bg_color="#FFD84D", font_color="#1F1A00")
        page.write_string(at, 0, asked.mark, look)
        for beside in range(1, min(_MARKED, len(sheet.columns))):
            page.write_blank(at, beside, None, look)  # the words run on over them
        at += 1
    for line in sheet.said:
        page.write_string(at, 0, line, looks.of(bold=line == sheet.said[0]))
        at += 1
    for line in asked.says:
        supposed = line == asked.supposed
        look = looks.of(bold=True, font_color="#5B2E91") if supposed else looks.of(font_color="#4F5E6C")
        page.write_string(at, 0, line, look)
        at += 1
    return at + 1


def _totals(
    page: Worksheet,
    sheet: Sheet,
    looks: Looks,
    rows: tuple[int, int, int],
    places: Mapping[str, int],
    asked: Asked,
) -> None:
    """Sums of the rows that are shown, above the header: they follow the filter and are no row of data."""
    top, first, last = rows
    bold = {"bold": True, "top": 1}
    page.write_string(top, 0, asked.words("brief.sum_shown"), looks.of(**bold))
    summed: dict[str, float] = {}
    for column in sheet.columns:
        at = places[column.name]
        if column.summed:
            known = [row[column.name] for row in sheet.rows if row.get(column.name) is not None]
            summed[column.name] = sum(known)
            name = xl_col_to_name(at)
            formula = f"=SUBTOTAL(109,{name}{first + 1}:{name}{last + 1})"
            page.write_formula(top, at, formula, looks.of(**bold, num_format="#,##0"), summed[column.name])
    for column in sheet.columns:
        if column.share and set(column.share) <= summed.keys():
            _quotient(
                page, top, places[column.name], column, summed, places, looks.of(**bold, num_format="0.0%")
            )


def _quotient(
    page: Worksheet,
    row: int,
    at: int,
    column: Column,
    values: Mapping[str, Any],
    places: Mapping[str, int],
    look: Look,
) -> None:
    """A rate as the formula of its two counts; empty where one is missing or the whole is 0."""
    assert column.share is not None
    part, whole = (xl_rowcol_to_cell(row, places[name]) for name in column.share)
    formula = f'=IF(OR(ISBLANK({part}),N({whole})=0),"",{part}/{whole})'
    of, among = (values.get(name) for name in column.share)
    value: float | str = "" if of is None or not among else of / among
    page.write_formula(row, at, formula, look, value)


def _cell(
    page: Worksheet,
    number: int,
    at: int,
    column: Column,
    row: Mapping[str, Any],
    places: Mapping[str, int],
    looks: Looks,
    asked: Asked,
) -> None:
    if column.share:
        _quotient(page, number, at, column, row, places, looks.cell(column))
        return
    value = row.get(column.name)
    if value is None:
        return
    if column.format == "yes":
        value = asked.words(f"brief.{'yes' if value else 'no'}")
    if column.format == "date":
        page.write_datetime(number, at, value, looks.cell(column))
    elif isinstance(value, str):
        page.write_string(number, at, value, looks.cell(column, value))
    else:
        whole = column.format == "decimal" and value == round(value)
        page.write_number(number, at, value, looks.cell(replace(column, format="count") if whole else column))


def _printed(page: Worksheet, asked: Asked, header: int, last: int, places: Mapping[str, int]) -> None:
    """Landscape A4, the header on every page, the mark at its foot; units' words are not printed."""
    if "reported" in places:
        page.print_area(0, 0, last, places["report"] - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(header)
    foot = " · ".join(filter(None, (asked.mark, asked.supposed)))
    foot = shorten(foot, _FOOT, placeholder="…").replace("&", "&&")
    page.set_footer(f"&L{foot}&R&P/&N")
