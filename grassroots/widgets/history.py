"""One history of a place through the rearrangement of July 2025, in units of today or in former ones."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from grassroots.charts_history import JOINT, HistoryWords, Line, history_figure, value_range
from grassroots.charts_supposed import add_supposed
from grassroots.indicators import indicator
from grassroots.names import indicator_name, period_short
from grassroots.text import count
from grassroots.units import VINTAGES, Unit, predecessors, present_units
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.drawn import drawn
from grassroots.widgets.history_lines import (
    History,
    Row,
    called,
    lines_of_periods,
    lines_of_units,
    main_period,
    names_of,
    notes,
    supposed_point,
    unit_of,
    written,
)
from grassroots.widgets.notices import nothing
from grassroots.widgets.picking import known_unit
from grassroots.widgets.present import fitted
from grassroots.widgets.render import render
from grassroots.widgets.supposed import as_reported
from grassroots.widgets.trend import supposed_words
from grassroots.widgets.view import View, choose, chosen, view

# What a history is offered of, the first by default: what flows, the rates made of it, points.
MEASURES = (
    "don_tiep_nhan",
    "don_thu_ly",
    "don_da_giai_quyet",
    "ty_le_giai_quyet",
    "don_qua_han",
    "tcd_luot",
    "tcd_vu_viec",
    "tap_huan_lop",
    "tuyen_truyen_cuoc",
    "mo_hinh_cong_nhan",
    "hoa_giai_thanh",
    "cqtt_diem",
)
MOST_LINES = 6
CONFIG = {"displayModeBar": False, "scrollZoom": False}


def place_history() -> None:
    """Draws a measure of the place through all years, with who is missing named and the table beside."""
    current = view()
    if current.place is None:
        return
    known = {row["indicator"] for row in rows("history_measures") if row["periods"] > 1}
    offered = [code for code in MEASURES if code in known]
    if not offered:
        block_head(current.words("history.title", measure=""))
        nothing("trend")
        return
    head = st.container()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="history_choices"):
        code = _measure(offered, current)
        by = _by(current)
    units = units_of(current.place.unit_key, by)
    with as_reported(read_alike=False):  # of a scenario this period's point alone is supposed
        history = {key: rows("place_history", place=key, indicator=code) for key in units}
    with head:
        _head(code, history, by, current)
    _chart(code, history, by, current)


def units_of(unit_key: str, by: str) -> list[str]:
    """The units that a history of a place is drawn in: those of today or those before July 2025.

    A place of today is itself today, its predecessors before; a former place the other way about.
    """
    own = known_unit(unit_key)
    if own is None:
        return [unit_key]
    today = own.vintage == VINTAGES[-1]
    if today == (by == "new"):
        return [unit_key]
    others = present_units(unit_key) if not today else predecessors(unit_key)
    return [one.unit_key for one in others] or [unit_key]


def _measure(offered: Sequence[str], current: View) -> str:
    wanted = chosen("history")
    code = wanted if wanted is not None and wanted in offered else offered[0]
    key = "history_measure"
    st.session_state[key] = code
    st.selectbox(
        current.words("history.measure"),
        offered,
        key=key,
        format_func=lambda one: indicator_name(one, current.language),
        label_visibility="collapsed",
        width=260,
        on_change=lambda: choose("history", st.session_state[key]),
    )
    return code


def _by(current: View) -> str:
    """Units of today or former ones; no choice where the one is the other under the same or another name."""
    own = known_unit(current.place.unit_key) if current.place else None
    if own is None:
        return "new"
    usual = "new" if own.vintage == VINTAGES[-1] else "old"
    if _same_ground(own):
        return usual
    wanted = chosen("units")
    key = "history_units"
    st.session_state[key] = wanted if wanted in ("new", "old") else usual
    st.segmented_control(
        current.words("history.by"),
        ("new", "old"),
        key=key,
        required=True,
        format_func=lambda by: current.words(f"history.{by}"),
        label_visibility="collapsed",
        on_change=lambda: choose("units", st.session_state[key]),
    )
    return str(st.session_state[key])


def _same_ground(own: Unit) -> bool:
    now = [own] if own.vintage == VINTAGES[-1] else present_units(own.unit_key)
    before = predecessors(now[0].unit_key) if len(now) == 1 else []
    return (
        len(now) == 1
        and len(before) == 1
        and [one.unit_key for one in present_units(before[0].unit_key)] == [now[0].unit_key]
    )


def _head(code: str, history: History, by: str, current: View) -> None:
    found = [row for found in history.values() for row in found]
    illustrative = any(row["illustrative"] for row in found)
    title = current.words("history.title", measure=indicator_name(code, current.language))
    block_head(title, _caption(code, history, by, current), illustrative=illustrative)


def _caption(code: str, history: History, by: str, current: View) -> str:
    found = [row for found in history.values() for row in found]
    unit = unit_of(code, found, current)
    said = [current.words("history.unit", unit=unit)] if unit else []
    if len(history) > 1:
        period = period_short(main_period(history, current), current.language)
        return " ".join([*said, current.words(f"history.lines_{by}", period=period[0].lower() + period[1:])])
    return " ".join([*said, current.words("history.lines_periods"), *_ground(found, current)])


def _ground(found: Sequence[Row], current: View) -> list[str]:
    """Whose figures stand before the joint and since, in words."""
    before = [row for row in found if row["last_day"].date() < JOINT and row["basis"] == "sum"]
    after = [row for row in found if row["last_day"].date() >= JOINT and row["basis"] == "sum"]
    if not before or not after:
        return []
    return [
        current.words(
            "history.ground",
            before=_who(before[-1], "history.units", current),
            after=_who(after[-1], "history.units_now", current),
        )
    ]


def _who(row: Row, key: str, current: View) -> str:
    units = [*row["reporting"], *row["missing"]]
    if row["units_expected"] == 1 and len(units) == 1:
        return names_of(units, current)
    fields = {"count": count(row["units_expected"], current.language)}
    return current.words(key, communes=current.words("unit.communes_2025-07"), **fields)


def _chart(code: str, history: History, by: str, current: View) -> None:
    lines, period = _lines(code, history, current)
    if sum(len(line.points) for line in lines) < 2:
        st.html(render("lines", current.language, lines=[current.words("history.none")]))
        return
    from_zero = indicator(code).kind not in ("ratio", "score")
    point = supposed_point(code, history, current)

    def made() -> go.Figure:
        words = HistoryWords(current.words("trend.joint"), lambda value: written(code, value, current))
        figure = history_figure(lines, words, current.palette, current.language, from_zero=from_zero)
        if point is not None:
            add_supposed(figure, point, current.palette)
        return figure

    figure = drawn(("history", code, by, period, *current.key), made)
    title = current.words("history.title", measure=indicator_name(code, current.language))
    st.plotly_chart(fitted(figure), theme=None, config=CONFIG, key="history", alt=title)
    said = [
        *supposed_words(current, point is not None),
        *([] if from_zero else [_axis(code, lines, current)]),
    ]
    drawn_rows = {
        key: [row for row in found if len(history) == 1 or row["period_name"] == period]
        for key, found in history.items()
    }
    said += _notes(code, drawn_rows, by, current)
    if said:
        st.html(render("lines", current.language, lines=said))
    _table(code, history, current)


def _lines(code: str, history: History, current: View) -> tuple[list[Line], str]:
    period = main_period(history, current)
    if len(history) == 1:
        return lines_of_periods(code, next(iter(history.values())), period, current), period
    lines = lines_of_units(code, history, period, current)
    largest = sorted(lines, key=lambda line: -line.points[-1].value)[:MOST_LINES]
    return [line for line in lines if line in largest], period


def _axis(code: str, lines: Sequence[Line], current: View) -> str:
    start = written(code, value_range(lines, from_zero=False)[0], current)
    return current.words("history.axis", start=start)


def _notes(code: str, history: History, by: str, current: View) -> list[str]:
    """Who is missing, what can't be told apart, and what isn't added up."""
    said = list(dict.fromkeys(note for found in history.values() for note in notes(found, current)))
    own = known_unit(current.place.unit_key) if current.place else None
    if own is None:
        return said
    if by == "old" and own.level == "commune":
        into = [own.unit_key] if own.vintage == VINTAGES[-1] else _keys(present_units(own.unit_key))
        name = names_of(list(history), current)
        if not _same_ground(own):
            said.append(current.words("history.ended", name=name, into=names_of(into, current)))
    if indicator(code).kind == "score" and by == "new" and len(predecessors(own.unit_key)) > 1:
        said.append(current.words("history.not_added"))
    if len(history) > MOST_LINES:
        shown, every = count(MOST_LINES, current.language), count(len(history), current.language)
        said.append(current.words("history.shown_of", shown=shown, all=every))
    return said


def _keys(units: Sequence[Unit]) -> list[str]:
    return [one.unit_key for one in units]


def _table(code: str, history: History, current: View) -> None:
    """The same figures as a table, each period with the units it is made of: the way to their sources."""
    listed = [
        {
            **row,
            "of": called(key, current) if len(history) > 1 else None,
            "value": written(code, row["value"], current),
            "units": [(called(one, current), one) for one in row["reporting"][:12]],
            "more": max(0, len(row["reporting"]) - 12),
            "lacking": names_of([*row["missing"], *row["divided"]], current),
        }
        for key, found in history.items()
        for row in reversed(found)
    ]
    clickable(render("history_table", current.language, rows=listed), key="history_table")
