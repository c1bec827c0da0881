"""The empty form of a unit and a period, made when it is asked for; and the sample's loading and emptying."""

from __future__ import annotations

import streamlit as st

from grassroots.periods import Period
from grassroots.settings import SAMPLE
from grassroots.units import Unit, fold
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.picking import pick_period, pick_unit
from grassroots.widgets.render import render
from grassroots.widgets.report_list import no_sample_yet
from grassroots.widgets.view import view

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form_download() -> None:
    """Choose a unit and a period, and take the workbook to fill in."""
    current = view()
    block_head(current.words("reports.form.title"), current.words("reports.form.caption"))
    at = current.place.unit_key if current.place else None
    about = pick_unit("form_unit", current.words("reports.form.unit"), at)
    period = pick_period("form_period", current.words("reports.form.period"), about) if about else None
    if about is None or period is None:
        return
    st.download_button(
        current.words("reports.form.download"),
        lambda: _form(about, Period.parse(period)),
        file_name=file_name(about, period),
        mime=WORKBOOK,
        key="form_download",
        on_click="ignore",
    )


def file_name(about: Unit, period: str) -> str:
    """``bieu_tan_lap_25381_2024-year.xlsx``: no diacritics, no spaces."""
    return f"bieu_{fold(about.name).replace(' ', '_')}_{about.code}_{period}.xlsx"


def _form(about: Unit, period: Period) -> bytes:
    from grassroots.forms import make_form  # brings openpyxl along, which no page needs

    return make_form(about, period)


def sample_offer() -> None:
    """While nothing was ever loaded: the offer of the illustrative sample."""
    if no_sample_yet() and SAMPLE.exists():
        clickable(render("sample_offer", view().language), key="sample_offer")
