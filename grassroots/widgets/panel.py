"""The source panel: how a number is computed, its report, the words it was read from, what was decided."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from grassroots.agenda import NUMBER
from grassroots.indicators import indicator, indicators
from grassroots.masking import mask_names
from grassroots.names import counted, indicator_name, period_name, unit_name
from grassroots.text import count, day, decimal, percent
from grassroots.widgets.actions import asked, waiting, waits_for
from grassroots.widgets.clickable import clickable, numbers_on_page
from grassroots.widgets.headline import Row, coverage, written
from grassroots.widgets.meaning import meaning
from grassroots.widgets.present import presenting
from grassroots.widgets.provenance import Source, source_of_figure, source_of_number
from grassroots.widgets.render import render
from grassroots.widgets.supposed import scenario_chosen
from grassroots.widgets.view import View, view

SHOWN_REPORTS = 12


def open_panel() -> None:
    """Opens the panel when a number was clicked; at the end of a run, when all numbers are known."""
    action = asked("source", "figure")
    if action is None:
        return
    trail = numbers_on_page()
    st.session_state["panel"] = [action, trail if action in trail else [action, *trail], None]
    st.dialog(view().words("source.title"), position="right", width=800)(_panel)()


def how_made(indicator: str) -> str:
    """How a number of the place is made, in words."""
    return _how(source_of_number(indicator, None), view())


def _panel() -> None:
    if waiting() and not waits_for("source", "figure"):
        st.rerun()  # something that the frame opens
    _follow(asked("source", "figure"))
    action, trail, figure_id = st.session_state["panel"]
    if scenario_chosen():
        st.html(f'<p class="g-panel-supposed">{view().words("scenario.panel")}</p>')
    clickable(source_body(action, figure_id), key="panel_body")
    if len(trail) > 1:
        with st.container(horizontal=True, key="panel_walk"):
            _step(trail, trail.index(action) - 1, "previous", "Left")
            _step(trail, trail.index(action) + 1, "next", "Right")


def _follow(action: str | None) -> None:
    if action is None:
        return
    kind, _, rest = action.partition(":")
    panel = st.session_state["panel"]
    st.session_state["panel"] = [panel[0], panel[1], rest] if kind == "figure" else [action, panel[1], None]


def _step(trail: list[str], to: int, word: str, shortcut: str) -> None:
    reached = trail[to % len(trail)]
    st.button(
        view().words(f"source.{word}"), key=f"panel_{word}", shortcut=shortcut, on_click=_show(reached, trail)
    )


def _show(action: str, trail: list[str]) -> Callable[[], None]:
    def show() -> None:
        st.session_state["panel"] = [action, trail, None]

    return show


def source_body(action: str, figure_id: str | None = None) -> str:
    """The panel's HTML for ``source:<indicator>[@<unit>]`` or ``figure:<figure>``."""
    kind, _, rest = action.partition(":")
    if kind == "figure":
        found = source_of_figure(figure_id or rest)
    else:
        indicator, _, unit_key = rest.partition("@")
        found = source_of_number(indicator, unit_key or None, figure_id)
    return _body(found, view())


def _body(found: Source, current: View) -> str:
    figure, code = found.figure, _code(found) or ""
    reports = {row["report_id"] for row in found.figures}
    used = {row["report_id"] for row in found.figures if row["used"]}
    return render(
        "panel",
        current.language,
        found=found,
        figure=figure,
        head=_head(found, current),
        how=_how(found, current),
        meaning=meaning(code, current.language) if code in indicators() else (),
        reports=len(reports),
        used=len(used),
        shown=_shown(found, SHOWN_REPORTS),
        line=_line(figure, current) if figure else "",
        place=_place(figure, current) if figure else "",
        checks=_checks(found, current),
        citation=_citation(figure, current) if figure else "",
        pin=_pin(found),
    )


def _pin(found: Source) -> str | None:
    """What pins the number of the panel; None for a figure alone, and for a number that nobody reported."""
    if found.indicator is None or found.measure.get("value") is None or presenting():
        return None
    return f"do:pin@{NUMBER}{found.indicator}" + (f"@{found.unit_key}" if found.unit_key else "")


def _head(found: Source, current: View) -> dict[str, object]:
    """Name, value and counts at the top: of the number, or of the figure shown alone."""
    row, figure, code = found.measure, found.figure, _code(found)
    head: dict[str, object] = {
        "illustrative": False,
        "coverage": None,
        "name": indicator_name(code, current.language) if code else "",
    }
    head["place"] = current.place_name() if found.whole_place else _about(figure, current)
    if found.indicator and row.get("value") is not None:
        head["value"] = written(found.indicator, row, current)
        head["counts"] = _counts(row, found.indicator, current)
        head["coverage"] = coverage(row, current)
        head["status"] = "confirmed" if row.get("confirmed") else "unconfirmed"
        head["illustrative"] = bool(row.get("illustrative"))
    elif figure:
        value = figure["decided_value"] if figure["decided_value"] is not None else figure["value"]
        head["value"] = _plain(value, current)
        head["counts"] = counted(figure["counted_unit"] or "", current.language)
        head["coverage"] = None
        head["status"] = figure["status"]
        head["illustrative"] = bool(figure["illustrative"])
    return head


def _code(found: Source) -> str | None:
    """The indicator of the number, or that of the figure shown alone, as it was decided."""
    figure = found.figure
    return found.indicator or (figure["decided_indicator"] or figure["indicator"] if figure else None)


def _about(figure: Row | None, current: View) -> str:
    """The part a figure is limited to, else the unit whose report it is in."""
    if figure is None:
        return ""
    return str(figure["part"] or unit_name(figure["unit_name"], figure["unit_kind"], current.language))


def _counts(row: Row, code: str, current: View) -> str | None:
    if row.get("denominator") is None or row.get("numerator") is None:
        unit = row.get("counted_unit") or indicator(code).unit_vi
        return None if unit == "%" else counted(unit, current.language)
    return f"{count(row['numerator'], current.language)}/{count(row['denominator'], current.language)}"


def _plain(value: float, current: View) -> str:
    return count(value, current.language) if value == round(value) else decimal(value, current.language)


def _how(found: Source, current: View) -> str:
    row, code = found.measure, found.indicator
    if code is None:
        return current.words("source.how.figure")
    if row.get("value") is None:
        return current.words("source.how.missing")
    said = [_ratio(row, code, current)] if row.get("denominator") else []
    if row.get("basis") == "sum":
        said.append(
            current.words("source.how.sum", units=count(row["units_reported"] or 0, current.language))
        )
    elif row.get("basis") == "reported_above":
        said.append(current.words("source.how.reported_above"))
    elif found.figure and not said:
        body = unit_name(found.figure["unit_name"], found.figure["unit_kind"], current.language)
        said.append(current.words("source.how.own", body=body))
    if row.get("computed") and not row.get("denominator"):
        said.append(current.words("source.how.computed"))
    return " ".join(said)


def _ratio(row: Row, code: str, current: View) -> str:
    known = indicator(code)
    said = current.words(
        "source.how.ratio",
        numerator_name=indicator_name(known.numerator or code, current.language),
        denominator_name=indicator_name(known.denominator or code, current.language),
        numerator=_plain(row["numerator"], current),
        denominator=_plain(row["denominator"], current),
        exact=percent(100 * row["numerator"] / row["denominator"], current.language, 2),
        rounded=percent(100 * row["numerator"] / row["denominator"], current.language),
    )
    if row.get("basis") == "sum":
        return said
    stated = row.get("stated_value")
    if stated is None:
        return f"{said} {current.words('source.how.not_stated')}"
    return f"{said} {current.words('source.how.stated', stated=percent(stated, current.language, 2))}"


def _shown(found: Source, most: int) -> list[Row]:
    """The figures listed under the report step, when there is more than one."""
    return list(found.figures[:most]) if len(found.figures) > 1 else []


def _line(figure: Row, current: View) -> str:
    issued = figure["issued_on"]
    return current.words(
        "source.report.line",
        issuer=figure["issuer"] or unit_name(figure["unit_name"], figure["unit_kind"], current.language),
        number=figure["number"] or current.words("source.report.no_number"),
        when=day(issued, current.language) if issued is not None else current.words("source.report.undated"),
        period=period_name(figure["period"], current.language),
    )


def _place(figure: Row, current: View) -> str:
    parts = [
        current.words(f"source.place.{field}", **{field: _whole(figure[field])})
        for field in ("section", "passage", "page", "sheet", "cell")
        if figure[field] is not None
    ]
    return current.words("source.place.separator").join(parts)


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) else value


def _checks(found: Source, current: View) -> list[tuple[str, str, bool]]:
    """What was compared, in words, with the outcome and whether it is as it should be."""
    row, checks = found.measure, []
    area, below = row.get("area_value"), row.get("sum_value")
    if found.indicator and area is not None and below is not None and current.place:
        fields = {name: written(found.indicator, row, current, f"{name}_value") for name in ("area", "sum")}
        said = current.words("source.check.area_and_sum", body=current.place_heading(), **fields)
        fits = round(abs(area - below), 4) == 0
        size = _plain(abs(area - below), current)
        outcome = current.words("source.check.fits" if fits else "source.check.differs", difference=size)
        checks.append((said, outcome, fits))
    if found.figure and found.figure["issues"]:
        said = current.words("source.check.issues", count=count(found.figure["issues"], current.language))
        checks.append((said, "", False))
    return checks


def _citation(figure: Row, current: View) -> str:
    return current.words(
        "source.citation",
        quote=mask_names(str(figure["quote"])),
        report=_line(figure, current),
        place=_place(figure, current),
    )
