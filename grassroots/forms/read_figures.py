"""The sheet of figures read back: an empty cell gives nothing, a zero gives zero."""

from __future__ import annotations

from collections.abc import Callable

from grassroots.forms.catalogue import Indicator, indicator_of
from grassroots.forms.cells import Problems, number, written
from grassroots.forms.layout import Layout
from grassroots.forms.read_tables import Row, Rows, table_rows
from grassroots.reading.model import Figure

PercentFormat = Callable[[str, str], bool]  # (sheet, cell) → whether Excel shows the cell with a % sign


def read_figures(
    layout: Layout, rows: Rows, problems: Problems, shown_as_percent: PercentFormat
) -> list[Figure]:
    """One figure for each indicator that has a value."""
    figures: dict[str, Figure] = {}
    for row in table_rows(layout.figures, rows, problems):
        if row["indicator"] is None:
            if row["value"] is not None:
                problems.add("no_indicator", row.place("value"), found=written(row["value"]))
            continue
        code = written(row["indicator"])
        indicator = indicator_of(code)
        if indicator is None:
            problems.add("unknown_indicator", row.place("indicator"), found=code)
        elif indicator.code in figures:
            problems.add("indicator_twice", row.place("indicator"), found=code)
        elif figure := _figure(indicator, row, problems, shown_as_percent):
            figures[figure.indicator] = figure
    return list(figures.values())


def _figure(
    indicator: Indicator, row: Row, problems: Problems, shown_as_percent: PercentFormat
) -> Figure | None:
    raw = row["value"]
    if raw is None:
        return None
    place = row.place("value")
    value = number(raw, place, problems, whole=indicator.whole, percent=indicator.percent)
    counted = _counted_unit(indicator, row, problems)
    if value is None or counted is None:
        return None
    token = written(raw)
    typed = indicator.percent and not isinstance(raw, str)
    if typed and 0 < value <= 1 and _in_percent(row, shown_as_percent):
        value = round(100 * value, 10)  # typed as 92,5 %, which Excel keeps as 0.925
        token = f"{written(value)}%"
    note = f" ({row.quote('note')})" if row["note"] is not None else ""
    return Figure(
        indicator=indicator.code,
        value=value,
        quote=f"{written(row['name'] or indicator.name)}: {token}{note}",
        place=place,
        token=token,
        counted_unit=counted,
    )


def _in_percent(row: Row, shown_as_percent: PercentFormat) -> bool:
    return shown_as_percent(row.table.sheet, row.table.cell("value", row.number))


def _counted_unit(indicator: Indicator, row: Row, problems: Problems) -> str | None:
    """The unit counted: the catalogue's, or the one chosen where the catalogue leaves a choice."""
    if len(indicator.units) == 1:
        return indicator.units[0]
    chosen = written(row["counted_unit"]).lower() if row["counted_unit"] is not None else ""
    if chosen in indicator.units:
        return chosen
    problems.add("not_in_list", row.place("counted_unit"), found=chosen, allowed=" · ".join(indicator.units))
    return None


def with_totals(figures: list[Figure], derived: list[Figure]) -> tuple[Figure, ...]:
    """Figures with those derived from other sheets; a value that was typed holds against a derived one."""
    typed = {figure.indicator for figure in figures}
    return (*figures, *(each for each in derived if each.part or each.indicator not in typed))
