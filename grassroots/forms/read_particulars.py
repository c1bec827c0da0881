"""The first sheet read back: unit and period by their hidden keys, the rest as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from grassroots.forms.cells import Problems, day, is_empty, written
from grassroots.forms.layout import Layout
from grassroots.forms.read_tables import Rows
from grassroots.periods import Period, Regime
from grassroots.reading.model import Evidence, Particulars, Place
from grassroots.units import unit

_CODE, _VALUE = 0, 2  # columns A and C


class _Sheet:
    """The fields of the sheet by their codes, which stand in its hidden first column."""

    def __init__(self, layout: Layout, rows: Rows) -> None:
        self.layout = layout
        self._rows = {
            str(row[_CODE]): (i, row[_VALUE] if len(row) > _VALUE else None)
            for i, row in enumerate(rows, 1)
            if not is_empty(row[_CODE])
        }

    def __getitem__(self, code: str) -> Any:
        value = self._rows.get(code, (0, None))[1]
        return None if is_empty(value) else value

    def text(self, code: str) -> str | None:
        return None if self[code] is None else written(self[code])

    def place(self, code: str) -> Place:
        field = self.layout.fields.get(code)
        made_at = field.row if field else self.layout.hidden_rows[code]
        return Place(sheet=self.layout.particulars_sheet, cell=f"C{self._rows.get(code, (made_at,))[0]}")

    def evidence(self, code: str) -> Evidence:
        return Evidence(f"{self.layout.fields[code].label}: {self.text(code) or ''}", self.place(code))


def read_particulars(layout: Layout, rows: Rows, problems: Problems) -> Particulars:
    """What the form says of itself; ``unit_key`` is None only where a problem says why."""
    sheet, words = _Sheet(layout, rows), layout.words["particulars"]
    unit_key, period = _unit_key(sheet, problems), _period(sheet, problems)
    regime: Any = _chosen(sheet, "regime", words["regimes"], problems) or "calendar"
    scope: Any = _chosen(sheet, "scope", words["scopes"], problems)
    first, last = _days(sheet, period, regime, problems) if period else (None, None)
    mark = (sheet.text("illustrative") or "").casefold()
    evidence = {
        field: sheet.evidence(code)
        for field, code in (("unit_key", "unit"), *((code, code) for code in layout.fields if code != "unit"))
        if sheet[code] is not None
    }
    return Particulars(
        issuer=sheet.text("issuer"),
        superior=sheet.text("superior"),
        unit_key=unit_key,
        number=sheet.text("number"),
        issued_on=day(sheet["issued_on"], sheet.place("issued_on"), problems),
        period=period,
        first_day=first,
        last_day=last,
        scope=scope,
        illustrative=layout.words["illustrative"].casefold() in mark,
        evidence=evidence,
    )


def _unit_key(sheet: _Sheet, problems: Problems) -> str | None:
    key = sheet.text("unit_key")
    try:
        unit(key or "")
    except (KeyError, ValueError):
        problems.add("unit_unknown", sheet.place("unit_key"), found=sheet.text("unit") or key or "")
        return None
    _check_unchanged(sheet, "unit", problems)
    return key


def _period(sheet: _Sheet, problems: Problems) -> Period | None:
    code = sheet.text("period_code")
    if code is None:
        problems.add("period_missing", sheet.place("period_code"))
        return None
    try:
        period = Period.parse(code)
    except ValueError:
        problems.add("period_unknown", sheet.place("period_code"), found=code)
        return None
    _check_unchanged(sheet, "period", problems)
    return period


def _check_unchanged(sheet: _Sheet, code: str, problems: Problems) -> None:
    """Overwriting the visible unit or period doesn't change whose form it is, so it is refused."""
    found, made = sheet.text(code) or "", sheet.text(f"{code}_as_made") or ""
    if found != made:
        problems.add(f"{code}_changed", sheet.place(code), found=found, expected=made)


def _chosen(sheet: _Sheet, code: str, names: Mapping[str, str], problems: Problems) -> str | None:
    found = sheet.text(code)
    if found is None:
        return None
    for value, name in names.items():
        if name.casefold() == found.casefold():
            return value
    problems.add("not_in_list", sheet.place(code), found=found, allowed=" · ".join(names.values()))
    return None


def _days(sheet: _Sheet, period: Period, regime: Regime, problems: Problems) -> tuple[date, date]:
    """The days typed, else those of the regime: a formula that no program has computed yet is empty."""
    usual = period.days(regime)
    first = day(sheet["first_day"], sheet.place("first_day"), problems) or usual[0]
    last = day(sheet["last_day"], sheet.place("last_day"), problems) or usual[1]
    if last < first:
        found = f"{written(first)} – {written(last)}"
        problems.add("days_reversed", sheet.place("last_day"), found=found)
    elif last.year != period.year:
        problems.add("day_outside_period", sheet.place("last_day"), found=written(last), year=period.year)
    return first, last
