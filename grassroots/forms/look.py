"""How the workbook looks: named cell styles, the head of a sheet, print set-up, protection.

Blue outlines are what can be filled in; grey is context; yellow says illustrative, and nothing else does.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from grassroots.colours import PALETTES
from grassroots.forms.layout import Table

_LIGHT = PALETTES["light"]
_INK, _GREY, _BLUE = (c.removeprefix("#") for c in (_LIGHT.text, _LIGHT.secondary_text, _LIGHT.accent))
_SURFACE, _EDGE, _LINE = _LIGHT.surface.removeprefix("#"), _LIGHT.two_two[2].removeprefix("#"), "CDD6DE"
_YELLOW, _ON_YELLOW = "FFD84D", "1F1A00"
_FONT = "Arial"  # has every Vietnamese letter and is on every office computer

WHOLE, DECIMAL, DAY, TEXT = "#,##0", "General", "dd/mm/yyyy", "@"


def add_styles(book: Workbook) -> None:
    """Register every style of the form with a workbook."""
    line, edge = Side("thin", _LINE), Side("thin", _EDGE)
    lines, edges = Border(line, line, line, line), Border(edge, edge, edge, edge)
    bands = Border(top=line, bottom=line)
    left = Alignment("left", "center", wrap_text=True, indent=1)
    middle, right = Alignment("center", "center", wrap_text=True), Alignment("right", "center", indent=1)
    grey_fill, blue_fill, yellow = (PatternFill("solid", c) for c in (_SURFACE, _BLUE, _YELLOW))

    def style(
        name: str,
        font: Font,
        alignment: Alignment = left,
        border: Border | None = None,
        fill: PatternFill | None = None,
        number_format: str = "General",
        locked: bool = True,
    ) -> None:
        made = NamedStyle(name, font=font, alignment=alignment, number_format=number_format)
        made.protection = Protection(locked=locked)
        made.border, made.fill = border or Border(), fill or PatternFill()
        book.add_named_style(made)

    plain, small = Font(_FONT, 11, color=_INK), Font(_FONT, 9, color=_GREY)
    strong = Font(_FONT, 11, True, color=_INK)
    unwrapped = Alignment("left", "center")
    style("title", Font(_FONT, 16, True, color=_BLUE), unwrapped)
    style("subtitle", Font(_FONT, 12, True, color=_INK), unwrapped)
    style("hint", Font(_FONT, 10, color=_GREY), unwrapped)
    style("small", Font(_FONT, 10, color=_GREY), left)
    style(
        "banner", Font(_FONT, 12, True, color=_ON_YELLOW), Alignment("left", "center", indent=1), fill=yellow
    )
    style("heading", Font(_FONT, 11, True, color="FFFFFF"), middle, Border(line, line, line, line), blue_fill)
    indented = Alignment("left", "center", indent=1)
    style("group", Font(_FONT, 11, True, color=_BLUE), indented, bands, grey_fill)
    style("group_code", small, indented, bands, grey_fill)
    style("label", plain, left, lines)
    style("strong_label", strong, left, lines, grey_fill)
    style("total", strong, right, lines, grey_fill, DECIMAL)
    style("code", small, indented, lines)
    style("middle", Font(_FONT, 11, color=_GREY), middle, lines)
    style("fixed_number", Font(_FONT, 11, color=_GREY), right, lines, number_format=DECIMAL)
    style("input_text", plain, left, edges, number_format=TEXT, locked=False)
    style("input_choice", plain, middle, edges, locked=False)
    style("input_date", plain, middle, edges, number_format=DAY, locked=False)
    style("input_whole", strong, right, edges, number_format=WHOLE, locked=False)
    style("input_decimal", strong, right, edges, number_format=DECIMAL, locked=False)


def start_table(sheet: Worksheet, table: Table, title: str, subtitle: str, banner: str | None) -> None:
    """The head of a sheet that is one table, its columns and everything about printing it."""
    for row, style, words in ((1, "title", title), (2, "subtitle", subtitle), (3, "hint", table.hint)):
        put(sheet, f"A{row}", words, style)
    if banner:
        for column in table.columns.values():
            put(sheet, f"{column.letter}4", None, "banner")
        sheet["A4"] = banner
    for column in table.columns.values():
        sheet.column_dimensions[column.letter].width = column.width
        put(sheet, table.cell(column.code, table.heading_row), column.heading, "heading")
    for row, height in ((1, 26), (2, 20), (3, 20), (4, 22 if banner else 8), (table.heading_row, 33)):
        sheet.row_dimensions[row].height = height
    sheet.freeze_panes = f"A{table.heading_row + 1}"
    sheet.print_title_rows = f"{table.heading_row}:{table.heading_row}"


def finish(sheet: Worksheet, footer: str) -> None:
    """A4 across, one page wide, protected so that only inputs can be typed into."""
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = footer.replace("&", "&&"), "&P/&N"
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # widths may be changed


def put(sheet: Worksheet, cell: str, value: object, style: str) -> None:
    """Write a value and its style; words never become a formula."""
    target = sheet[cell]
    target.value = value
    if isinstance(value, str) and value.startswith("=") and not style.startswith(("total", "input_date")):
        target.data_type = "s"
    target.style = style
