"""Reports of the place: the list, one of them with its issues in words, and who has not reported."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from grassroots.issue_words import issue_sentence, number
from grassroots.names import period_heading, unit_heading
from grassroots.text import count, day, moment
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.issue_list import issue_list
from grassroots.widgets.listing import ROW_PIXELS
from grassroots.widgets.notices import page_foundation
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view

SHOWN_ROWS = 12
_SCOPES = ("period", "all")

Row = dict[str, Any]


def reports_facts() -> Facts:
    """What the title of the reports page may say."""
    current = view()
    if current.place is None:
        return {"empty": ""}
    foundation = page_foundation()
    facts = coverage_facts(foundation, current)
    reports = rows("reports")
    standing = [row for row in reports if not row["superseded"]]
    wrong = [row for row in standing if row["issues"]]
    unconfirmed = sum(bool(row["unconfirmed"]) for row in standing)
    silent = (foundation.get("units_expected") or 0) - (foundation.get("units_reported") or 0)
    facts["count"] = count(len(reports), current.language)
    if any(row["unit_key"] == current.place.unit_key for row in standing):
        facts["own"] = current.place_heading()
    if silent and facts.get("expected"):
        facts["silent"] = count(silent, current.language)
    if unconfirmed:
        facts["unconfirmed"] = count(unconfirmed, current.language)
    if wrong:
        facts["issues"] = count(sum(row["issues"] for row in wrong), current.language)
        facts["with_issues"] = count(len(wrong), current.language)
    return facts


def report_list() -> None:
    """The reports as one table that is scrolled and sorted; a chosen row is told of below."""
    current = view()
    block_head(current.words("reports.list.title"), current.words("reports.list.caption"))
    if current.place is None:
        st.html(render("sentence", current.language, key="reports.list.none"))
        return
    found = _shown(_scope(current))
    if not found:
        st.html(render("sentence", current.language, key="reports.list.none"))
        return
    key = f"reports_{current.version}_{st.session_state['reports_scope']}"
    st.dataframe(
        _table(found, current),
        key=key,
        hide_index=True,
        height=ROW_PIXELS * (min(len(found), SHOWN_ROWS) + 1) + 2,
        row_height=ROW_PIXELS,
        on_select=lambda: _chosen(key, found),
        selection_mode="single-row",
        placeholder="–",
    )
    at = next((row for row in found if row["report_id"] == chosen("report")), None)
    if at is not None:
        _detail(at, current)


def _scope(current: View) -> str | None:
    """The period whose reports are listed; None for all."""
    scope = st.segmented_control(
        current.words("reports.list.scope"),
        _SCOPES,
        key="reports_scope",
        default=_SCOPES[0],
        required=True,
        format_func=lambda one: current.words(f"reports.list.{one}", period=current.period_name()),
        label_visibility="collapsed",
    )
    return None if scope == "all" else current.period


def _shown(period: str | None) -> list[Row]:
    """Those that need something first: not adding up, then unconfirmed, then the rest by unit."""
    found = rows("reports", period=period)
    return sorted(
        found,
        key=lambda row: (
            row["superseded"],
            not row["issues"],
            not row["unconfirmed"],
            row["unit_name"],
            row["period"],
        ),
    )


def _table(found: list[Row], current: View) -> pd.DataFrame:
    language = current.language
    everywhere = len({row["period"] for row in found}) > 1
    columns = {
        "unit": [unit_heading(row["unit_name"], row["unit_kind"], current.language) for row in found],
        **({"period": [period_heading(row["period"], language) for row in found]} if everywhere else {}),
        "source_kind": [current.words(f"reports.source_kind.{row['source_kind']}") for row in found],
        "figures": [row["figures"] or 0 for row in found],
        "unconfirmed": [row["unconfirmed"] or 0 for row in found],
        "issues": [row["issues"] or 0 for row in found],
        "state": [_state(row, current) for row in found],
        "number": [row["number"] or "" for row in found],
        "issued_on": [day(row["issued_on"], language) if row["issued_on"] else "" for row in found],
        "loaded": [f"{moment(row['loaded_at'], current.language)}, {row['loaded_by']}" for row in found],
    }
    return pd.DataFrame({current.words(f"reports.column.{name}"): values for name, values in columns.items()})


def _state(row: Row, current: View) -> str:
    said = []
    if row["illustrative"]:
        said.append(current.words("page.sample.tag"))
    if row["superseded"]:
        said.append(current.words("reports.state.superseded"))
    elif row["replaces"]:
        said.append(current.words("reports.state.revision"))
    elif not row["unconfirmed"]:
        said.append(current.words("reports.state.confirmed"))
    return " · ".join(said)


def _chosen(key: str, found: list[Row]) -> None:
    picked = st.session_state[key].selection.rows
    choose("report", found[picked[0]]["report_id"] if picked else None)


def _detail(row: Row, current: View) -> None:
    issues = rows("issues_of", place=None, period=None, report_id=row["report_id"])
    body = render(
        "report_detail",
        current.language,
        row=row,
        issues=[(issue, issue_sentence(issue, current.language)) for issue in issues],
    )
    clickable(body, key="report_detail")
    _form_cells(row, current)


def _form_cells(row: Row, current: View) -> None:
    """What official forms say that no indicator stands for: kept, so shown."""
    found = rows("form_cells", report_id=row["report_id"])
    if not found:
        return
    columns = {
        "form": [one["form"] for one in found],
        "row": [one["row_name"] for one in found],
        "number": [one["column_number"] for one in found],
        "value": [number(one["value"], current.language) for one in found],
        "heading": [one["heading"] for one in found],
        "cell": [f"{one['sheet']}!{one['cell']}" for one in found],
    }
    titled = {current.words(f"reports.cells.{name}"): values for name, values in columns.items()}
    with st.expander(current.words("reports.cells.title", count=count(len(found), current.language))):
        st.dataframe(
            pd.DataFrame(titled).convert_dtypes(),
            key=f"form_cells_{row['report_id']}",
            hide_index=True,
            height=ROW_PIXELS * (min(len(found), SHOWN_ROWS) + 1) + 2,
            row_height=ROW_PIXELS,
            placeholder="–",
        )


def contradictions() -> None:
    """Everything that does not add up in the reports of the place and period, and what was decided on it."""
    if view().place is not None:
        issue_list(
            [row for row in rows("issues_of", report_id=None) if not row["superseded"]], key="contradictions"
        )


def not_reported() -> None:
    """Communes without a report for the period, each with the newest older one."""
    current = view()
    if current.place is None or current.place.level == "commune":
        return
    found = rows("not_reported")
    older = sum(row["older_period"] is not None for row in found)
    clickable(
        render("not_reported", current.language, units=found, older=older, communes=current.communes()),
        key="not_reported",
    )


def no_sample_yet() -> bool:
    """Whether an offer of the sample makes sense: the store holds nothing at all."""
    return view().place is None and frame("reports", place=None, period=None).empty
