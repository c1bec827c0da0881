"""The tables of a page as tidy sheets: one row a unit, measure, period or figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grassroots.briefs.asked import Asked
from grassroots.briefs.model import Sheet
from grassroots.briefs.place_sheets import kinds, measures, reception, sources, stages, trend
from grassroots.briefs.unit_sheets import models, training, units

# What each page's workbook holds, besides the measures and the sources that every one has.
_OF_PAGE = {
    "overview": ("units", "trend"),
    "complaints": ("units", "stages", "kinds", "reception", "trend"),
    "training": ("training",),
    "models": ("models",),
}
_SUBJECTS = {
    "complaints": ("reception", "petitions"),
    "training": ("training", "communication"),
    "models": ("models", "awards"),
}
# Measures whose figures are listed one by one, with their words.
_SOURCES = {
    "overview": ("ty_le_giai_quyet", "don_qua_han"),
    "complaints": ("ty_le_giai_quyet", "don_qua_han", "don_tiep_nhan", "tcd_vu_viec"),
    "training": ("tap_huan_lop", "tap_huan_nguoi", "tuyen_truyen_cuoc"),
    "models": ("mo_hinh_dang_ky", "mo_hinh_cong_nhan", "mo_hinh_nhan_rong"),
}


def sheets(asked: Asked) -> list[Sheet]:
    """The page's tables, the one by unit first; pages without tables of their own give the overview's."""
    page = _page(asked)
    found = figures_behind(asked, _SOURCES[page])
    made = [_MAKERS[name](asked, found) for name in _OF_PAGE[page]]
    return [*made, measures(asked, _SUBJECTS.get(page)), sources(asked, found)]


def by_unit(asked: Asked) -> Sheet:
    """The page's one table by unit."""
    page = _page(asked)
    return _MAKERS[_OF_PAGE[page][0]](asked, figures_behind(asked, _SOURCES[page]))


def sheet(asked: Asked, name: str) -> Sheet:
    """One table by its name: units, training, models, stages, kinds, reception, trend or measures."""
    if name == "measures":
        return measures(asked)
    page = next((page for page, names in _OF_PAGE.items() if names[0] == name), "overview")
    found = figures_behind(asked, _SOURCES[page]) if name in _BY_UNIT else []
    return _MAKERS[name](asked, found)


def _page(asked: Asked) -> str:
    return asked.page if asked.page in _OF_PAGE else "overview"


def figures_behind(asked: Asked, codes: Iterable[str]) -> list[dict[str, Any]]:
    """The figures that these measures rest on, as they were reported, each once."""
    seen: dict[str, dict[str, Any]] = {}
    for code in codes:
        for row in asked.rows_reported("figure_sources", indicator=code):
            if row["used"]:
                seen.setdefault(row["figure_id"], row)
    return list(seen.values())


_BY_UNIT = ("units", "training", "models")  # these name each unit's report
_MAKERS = {
    "units": units,
    "training": training,
    "models": models,
    "stages": stages,
    "kinds": kinds,
    "reception": reception,
    "trend": trend,
}
