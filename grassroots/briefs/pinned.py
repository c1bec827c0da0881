"""A pin of an agenda as something to hand out: the plate that stands for its block, and its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from grassroots.briefs import story, story_charts, tidy
from grassroots.briefs.asked import Asked
from grassroots.briefs.model import Sheet
from grassroots.briefs.place_sheets import measures
from grassroots.briefs.plates import Lines, Plate

_Make = Callable[[Asked], Plate | None]


@dataclass(frozen=True)
class Pinned:
    """One pin with what answers its questions; ``sentence`` is what its slide says."""

    asked: Asked
    page: str
    block: str
    sentence: str
    comment: str
    indicator: str | None = None  # of a number that is pinned alone

    @property
    def plate(self) -> Plate:
        """What its block shows, as far as paper can: one without a picture of its own gives numbers."""
        made = self._number() if self.indicator else _shown(self.page, self.block)(self.asked)
        if made is None:
            made = Plate(self.sentence, [], Lines([self.asked.words("brief.agenda.nothing")]))
        return replace(made, title=self.sentence or made.title)

    def _number(self) -> Plate | None:
        code = self.indicator
        if code is None or self.asked.measures.get(code, {}).get("value") is None:
            return None
        number = story.number(self.asked, code)
        return Plate(number.name, [story.source(self.asked, code)], [number])

    @property
    def sheet(self) -> Sheet:
        """The table behind it: the number's own row, or the page's table that its block shows."""
        if self.indicator:
            found = measures(self.asked)
            return replace(found, rows=[row for row in found.rows if row["code"] == self.indicator])
        return tidy.sheet(self.asked, _TABLES.get(self.block) or _TABLE_OF_PAGE.get(self.page, "measures"))


def _lowest(asked: Asked) -> Plate | None:
    return story_charts.of_units(asked)[0]


def _overdue(asked: Asked) -> Plate | None:
    return story_charts.of_units(asked)[1] or story.numbers(asked)


def _most(*codes: str) -> _Make:
    """The communes with the largest counts of the first of these that was reported."""

    def made(asked: Asked) -> Plate | None:
        known = [code for code in codes if asked.measures.get(code, {}).get("value") is not None]
        if not known:
            return None
        return story_charts.largest(asked, known[0]) or story.numbers(asked, codes)

    return made


def _numbers(*codes: str) -> _Make:
    return lambda asked: story.numbers(asked, codes or story.NUMBERS)


def _shown(page: str, block: str) -> _Make:
    return _BLOCKS.get(block) or _PAGES.get(page, story.numbers)


# What stands for a block; blocks without a picture of their own give the numbers of their page.
_BLOCKS: dict[str, _Make] = {
    "blocks_0": story.rate_map,
    "blocks_1": _overdue,
    "blocks_2": story_charts.trend,
    "petitions_by_unit": _lowest,
    "petitions_map": story.rate_map,
    "petitions_trend": story_charts.trend,
    "petitions_history": story_charts.trend,
    "petitions_stages": story_charts.stages,
    "petitions_kinds": story_charts.kinds,
    "petitions_reception": story_charts.reception,
    "training_by_unit": _most("tap_huan_nguoi", "tap_huan_lop"),
    "models_units": _most("mo_hinh_cong_nhan", "mo_hinh_dang_ky"),
    "models_map": _most("mo_hinh_cong_nhan", "mo_hinh_dang_ky"),
    "main_funnel": _lowest,
    "compare_outside": _lowest,
    "what_if_maps": story.rate_map,
}
_PAGES: dict[str, _Make] = {
    "training": _numbers(
        "tap_huan_lop", "tap_huan_nguoi", "tap_huan_ngay", "tuyen_truyen_cuoc", "tuyen_truyen_luot_nguoi"
    ),
    "models": _numbers(
        *("mo_hinh_dang_ky", "mo_hinh_cong_nhan", "mo_hinh_nhan_rong"),
        *("khen_thuong_tap_the", "khen_thuong_ca_nhan"),
    ),
    "participation": _numbers(
        *("ttnd_ban", "ttnd_cuoc_giam_sat", "gsdt_cuoc_giam_sat"),
        *("doi_thoai_cuoc", "lay_y_kien_cuoc", "hoi_nghi_cbccvc_don_vi"),
    ),
}
_TABLES = {
    "blocks_2": "trend",
    "petitions_trend": "trend",
    "petitions_history": "trend",
    "petitions_stages": "stages",
    "petitions_kinds": "kinds",
    "petitions_reception": "reception",
}
_TABLE_OF_PAGE = {
    "overview": "units",
    "complaints": "units",
    "compare": "units",
    "what_if": "units",
    "training": "training",
    "models": "models",
}


def mark(pins: Sequence[Pinned]) -> str | None:
    """The illustrative mark, where it applies to any of them."""
    return next((one.asked.mark for one in pins if one.asked.mark), None)
