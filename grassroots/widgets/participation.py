"""Supervision and taking part: what resolutions ask to be watched, topic by topic, with what reports list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grassroots.indicators import indicator
from grassroots.names import indicator_name
from grassroots.text import count
from grassroots.widgets.blocks import block_head, blocks
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, rows
from grassroots.widgets.facts import Facts, coverage_facts, fraction
from grassroots.widgets.headline import headline, written
from grassroots.widgets.named import consultations_list, dialogues_list, inspections_list, votes_list
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.reception_law import reception_against_law
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.training import among
from grassroots.widgets.view import View, chosen, view

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Topic:
    """What one topic shows: headline numbers, the columns of its table by unit; the first one orders it."""

    numbers: tuple[str, ...]
    columns: tuple[str, ...]


TOPICS = {
    "inspection": Topic(
        ("kiem_tra_ty_le_ke_hoach", "kiem_tra_ke_hoach", "tu_kiem_tra_don_vi", "vi_pham",
         "vi_pham_ty_le_xu_ly"),
        ("kiem_tra_ty_le_ke_hoach", "kiem_tra_ke_hoach", "tu_kiem_tra_don_vi", "vi_pham", "vi_pham_da_xu_ly"),
    ),
    "boards": Topic(
        ("ttnd_cuoc_giam_sat", "ttnd_ty_le_co_ke_hoach", "ttnd_ty_le_kien_nghi_giai_quyet",
         "gsdt_cuoc_giam_sat", "gsdt_ty_le_co_ke_hoach"),
        ("ttnd_cuoc_giam_sat", "ttnd_ban_co_ke_hoach", "ttnd_ty_le_kien_nghi_giai_quyet",
         "gsdt_cuoc_giam_sat", "gsdt_ban_co_ke_hoach", "gsdt_vi_pham_phat_hien"),
    ),
    "conferences": Topic(
        ("hoi_nghi_cbccvc_ty_le", "hoi_nghi_ty_le_kiem_tra", "quy_che_sua_doi", "danh_gia_ty_le_xet_dan_chu"),
        ("hoi_nghi_cbccvc_ty_le", "hoi_nghi_ty_le_kiem_tra", "quy_che_sua_doi", "danh_gia_ty_le_xet_dan_chu"),
    ),
    "consultations": Topic(
        ("lay_y_kien_cuoc", "lay_y_kien_ty_le_tra_loi", "lay_y_kien_gop_y", "lay_y_kien_ty_le_tiep_thu",
         "cong_khai_ty_le"),
        ("lay_y_kien_cuoc", "lay_y_kien_ty_le_tra_loi", "lay_y_kien_gop_y", "lay_y_kien_ty_le_tiep_thu",
         "cong_khai_ty_le"),
    ),
    "votes": Topic(
        ("bieu_quyet_noi_dung", "bieu_quyet_ty_le_tham_gia", "bieu_quyet_ty_le_dong_y",
         "bieu_quyet_truc_tuyen_noi_dung", "bieu_quyet_truc_tuyen_ho"),
        ("bieu_quyet_noi_dung", "bieu_quyet_ty_le_tham_gia", "bieu_quyet_ty_le_dong_y",
         "bieu_quyet_truc_tuyen_noi_dung", "bieu_quyet_truc_tuyen_ho", "dan_tin_dang_cu_ty_le"),
    ),
    "dialogues": Topic(
        ("doi_thoai_cuoc", "doi_thoai_nguoi", "doi_thoai_ty_le_giai_quyet", "tcd_dinh_ky_ngay",
         "ty_le_tcd_dinh_ky"),
        ("doi_thoai_cuoc", "doi_thoai_nguoi", "doi_thoai_ty_le_giai_quyet"),
    ),
    "digital": Topic(
        ("trang_ttdt_xa", "trang_co_chuyen_muc", "dich_vu_cong_ty_le", "tthc_ty_le_dung_han",
         "tuyen_truyen_tin_bai"),
        ("dich_vu_cong_ty_le", "tthc_ty_le_dung_han", "trang_ttdt_xa", "trang_co_chuyen_muc",
         "tuyen_truyen_tin_bai"),
    ),
    "satisfaction": Topic((), ("dccs_diem", "hai_long_ty_le", "cchc_diem", "danh_gia_ty_le_xet_dan_chu")),
}  # fmt: skip


def topic() -> str:
    """The topic shown: the one in the URL, else the first."""
    wanted = chosen("topic")
    return wanted if wanted in TOPICS else next(iter(TOPICS))


def topic_columns() -> tuple[str, ...]:
    """The topic's measures by unit, the one that most units reported first."""
    columns = TOPICS[topic()].columns
    main = main_column(_of_units(among(view())))
    return (main, *(code for code in columns if code != main))


def participation_facts() -> Facts:
    """What the title may say: the column that most units reported, and how many they are."""
    current = view()
    facts: Facts = {
        **coverage_facts(page_foundation(), current),
        "topic": current.words(f"participation.topic.{topic()}"),
    }
    if current.place is None or current.place.level == "commune":
        return facts
    found = _of_units({})
    main = main_column(found)
    known = [row["value"] is not None for row in found if row["indicator"] == main]
    return {
        **facts,
        "measure": indicator_name(main, current.language),
        "known": count(sum(known), current.language),
        "units": count(len(known), current.language),
    }


def main_column(found: Sequence[Row]) -> str:
    """The topic's column that most units reported, the first of equals: the table's order and the title."""
    known = Counter(row["indicator"] for row in found if row["value"] is not None)
    columns = TOPICS[topic()].columns
    return max(columns, key=lambda code: (known[code], -columns.index(code)))


def topic_choice() -> None:
    """The topics as a row of choices."""
    body = render("participation_topics", view().language, topics=list(TOPICS), chosen=topic())
    clickable(body, key="participation_topics")


def topic_numbers(found: Mapping[str, Row]) -> None:
    """The topic's headline numbers; scores are not summed over units, so their topic has none."""
    numbers = TOPICS[topic()].numbers
    if numbers:
        headline(found, *numbers)


def topic_by_unit() -> None:
    """The topic's columns by unit; who reports none of them stands below."""
    current, codes = view(), TOPICS[topic()].columns
    wider = among(current)
    found = _of_units(wider)
    if not any(row["value"] is not None for row in found):
        block_head(current.words(f"participation.topic.{topic()}"))
        nothing("participation")
        return
    units = _by_unit(found, current)
    known = [cells for cells in units if any(cell["value"] is not None for cell in cells["cells"])]
    body = render(
        "participation_units",
        current.language,
        title=current.words(f"participation.topic.{topic()}"),
        columns=codes,
        bands=(("known", known), ("silent", [cells for cells in units if cells not in known])),
        mixed=len({bool(row["illustrative"]) for row in found if row["value"] is not None}) > 1,
        illustrative=any(row["illustrative"] for row in found if row["value"] is not None),
        own=current.place.unit_key if wider and current.place else None,
    )
    clickable(body, key="participation_units")
    titles = {name: current.words(f"participation.csv.{name}") for name in _DOWNLOADED}
    download(frame("unit_measures", indicators=list(codes), **wider), titles, f"tham_gia_{topic()}")


_DOWNLOADED = ("name", "kind", "indicator", "value", "numerator", "denominator", "base_value")


def topic_lists() -> None:
    """What reports list one by one of the topic."""
    if topic() == "dialogues":
        (law,) = blocks(1, name="law")
        with law:
            reception_against_law()
    lists = {
        "inspection": inspections_list,
        "consultations": consultations_list,
        "votes": votes_list,
        "dialogues": dialogues_list,
    }
    if topic() in lists:
        lists[topic()]()


def _of_units(wider: Mapping[str, str]) -> list[Row]:
    return rows("unit_measures", indicators=list(TOPICS[topic()].columns), **wider)


def _by_unit(found: Sequence[Row], current: View) -> list[dict[str, Any]]:
    """Units with their cells in the order of the columns, the most of the main one on top."""
    codes = TOPICS[topic()].columns
    units: dict[str, dict[str, Row]] = {}
    for row in found:
        units.setdefault(row["unit_key"], {})[row["indicator"]] = row
    drawn = [
        {**next(iter(own.values())), "cells": [_cell(own[code], current) for code in codes if code in own]}
        for own in units.values()
    ]
    main = main_column(found)
    by = {key: own[main]["value"] for key, own in units.items()}
    return sorted(
        drawn, key=lambda one: (by[one["unit_key"]] is None, -(by[one["unit_key"]] or 0), one["name"])
    )


def _cell(row: Row, current: View) -> dict[str, Any]:
    """A value as written, a rate with its counts."""
    if row["value"] is None:
        return {"value": None, "counts": None, "indicator": row["indicator"]}
    is_rate = indicator(row["indicator"]).kind == "ratio"
    return {
        "value": written(row["indicator"], row, current),
        "counts": fraction(row, current) if is_rate else None,
        "indicator": row["indicator"],
        "confirmed": row["confirmed"],
    }
