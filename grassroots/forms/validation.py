"""What may be typed into a cell: one validation object a kind and sheet, with its message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from grassroots.forms.layout import Layout

Kind = Literal["whole", "decimal", "percent", "date"]
_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)


class Validations:
    """The validations of one sheet, made when first needed; ``on`` adds a cell or range to one."""

    def __init__(self, sheet: Worksheet, layout: Layout) -> None:
        self._sheet, self._messages = sheet, layout.words["messages"]
        self._made: dict[str, DataValidation] = {}

    def on(self, cells: str, kind: Kind) -> None:
        if kind not in self._made:
            self._add(kind, _rule(kind), self._messages[kind])
        self._made[kind].add(cells)

    def choose(self, cells: str, words: Sequence[str], *, free: bool = False) -> None:
        """One of ``words``; with ``free`` they are suggestions. Together at most 255 characters (Excel)."""
        listed = '"' + ",".join(words) + '"'
        if listed not in self._made:
            rule = DataValidation(type="list", formula1=listed, allow_blank=True)
            rule.errorStyle = "information" if free else "stop"
            self._add(listed, rule, self._messages["choice" if free else "list"])
        self._made[listed].add(cells)

    def _add(self, key: str, rule: DataValidation, message: str) -> None:
        rule.showErrorMessage, rule.error, rule.errorTitle = True, message, self._messages["title"]
        self._sheet.add_data_validation(rule)
        self._made[key] = rule


def _rule(kind: Kind) -> DataValidation:
    if kind == "date":
        first, last = (f"DATE({d.year},{d.month},{d.day})" for d in (_FIRST, _LAST))
        return _between("date", first, last)
    if kind == "percent":
        return _between("decimal", "0", "100")
    return DataValidation(type=kind, operator="greaterThanOrEqual", formula1="0", allow_blank=True)


def _between(kind: str, first: str, last: str) -> DataValidation:
    return DataValidation(type=kind, operator="between", formula1=first, formula2=last, allow_blank=True)
