"""The still of a map as PNG and SVG, made when somebody asks for it; always on a light ground, for paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from grassroots.maps import Legend, Picture, Words, png, still, svg
from grassroots.names import period_name
from grassroots.text import count, moment
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.map_picture import chosen_commune, legend_of, picture
from grassroots.widgets.mapped import Subject, scale
from grassroots.widgets.notices import page_foundation
from grassroots.widgets.supposed import said
from grassroots.widgets.table import SUPPOSED
from grassroots.widgets.view import View, view


def still_downloads(subject: Subject, picked: Choices, *, illustrative: bool) -> None:
    """Two buttons that hand out the map as it is shown."""
    current = view()
    paper = replace(current, theme="light")
    rows = subject.rows(None)  # here: the file is made outside of the visit, where no question can be asked

    def made() -> tuple[Picture, Legend]:
        by = scale(subject, rows, picked.way, paper)
        shown = picture(subject, rows, by, picked, paper, at=at)
        return shown, legend_of(subject, rows, by, picked, shown, paper)

    def write(ending: str) -> bytes:
        return _made_into(ending, *made(), said, paper)

    said, at = words_of(subject, paper, illustrative=illustrative), chosen_commune(current)
    place, period = (current.place.code if current.place else "", current.period)
    of = f"_{SUPPOSED}" if current.scenario else ""
    with st.container(horizontal=True):
        for ending, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
            st.download_button(
                current.words(f"map.still.{ending}"),
                partial(write, ending),
                file_name=f"{subject.name}_{place}_{period}{of}.{ending}",
                mime=mime,
                key=f"still_{subject.name}_{ending}",
                on_click="ignore",
            )


def _made_into(ending: str, shown: Picture, legend: Legend, said: Words, paper: View) -> bytes:
    drawing = still(shown, legend, said, paper.palette)
    return png(drawing) if ending == "png" else svg(drawing).encode()


def words_of(subject: Subject, current: View, *, illustrative: bool) -> Words:
    """Title, filters in words and source, as they stand on the sheet."""
    found = page_foundation()
    compared = (
        current.words("map.still.against", period=period_name(current.base, current.language))
        if current.base
        else ""
    )
    only = current.words("map.still.confirmed") if current.only_confirmed else ""
    supposed = f"{current.words('scenario.foot')}. {said(current)}" if current.scenario else ""
    filters = [supposed, current.place_heading(), current.period_name(), compared, only]
    source = current.words(
        "page.footer.reports",
        reports=count(found.get("reports") or 0, current.language),
        period=current.period_name(),
    )
    parts = [f"{current.words('page.footer.source')} {source}"]
    if found.get("updated_at") is not None:
        when = moment(found["updated_at"], current.language)
        parts.append(current.words("page.footer.updated", moment=when))
    return Words(
        title=subject.title,
        filters=" · ".join(part for part in filters if part),
        source=" · ".join(parts),
        mark=current.words("page.sample.mark") if illustrative else None,
        number=lambda value: count(value, current.language),
    )
