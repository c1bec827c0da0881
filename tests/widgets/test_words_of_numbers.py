"""Words around numbers: names of periods and units, masked names, tables as files, title sentences."""

from __future__ import annotations

import pandas as pd
import pytest

from grassroots.masking import mask_names
from grassroots.names import (
    indicator_name,
    period_heading,
    period_name,
    period_short,
    unit_heading,
    unit_name,
)
from grassroots.tables import Column, csv, widths
from grassroots.text.numbers import maximum
from grassroots.widgets.provenance import segments
from grassroots.widgets.render import emphasis
from grassroots.widgets.titles import sentence


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("2026-m09", "9 tháng năm 2026", "9 months of 2026"),
        ("2025-year", "năm 2025", "year 2025"),
        ("2026-q1", "quý I năm 2026", "quarter 1 of 2026"),
        ("2026-q4", "quý IV năm 2026", "quarter 4 of 2026"),
        ("2024-h2", "6 tháng cuối năm 2024", "last 6 months of 2024"),
        ("2024-x03", "tháng 3 năm 2024", "month 3 of 2024"),
        ("2025-y5", "giai đoạn 2021–2025", "years 2021–2025"),
    ],
)
def test_a_period_has_its_name(code: str, vi: str, en: str) -> None:
    assert (period_name(code, "vi"), period_name(code, "en")) == (vi, en)


def test_a_period_stands_alone_with_a_capital_and_on_an_axis_without_its_year() -> None:
    assert period_heading("2025-year") == "Năm 2025"
    assert [period_short(name) for name in ("q1", "m06", "year")] == ["Quý I", "6 tháng", "Cả năm"]


def test_a_unit_has_its_kind() -> None:
    assert unit_name("Đồng Phú", "huyện") == "huyện Đồng Phú"
    assert unit_heading("Tân Phú", "thị trấn") == "Thị trấn Tân Phú"
    assert unit_name("Trấn Biên", "phường", "en") == "Trấn Biên ward"


def test_an_indicator_has_its_short_name_else_the_catalogue_s() -> None:
    assert indicator_name("ty_le_giai_quyet") == "Tỷ lệ giải quyết đơn"
    assert indicator_name("hoa_giai_to", "en") == "Grassroots mediation teams"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("đơn của ông Nguyễn Văn An về đất", "đơn của ông … về đất"),
        ("Bà Trần Thị Bé và chị Hoa khiếu nại", "Bà … và chị … khiếu nại"),
        ("công dân Lê Văn Ẩn, ngụ ấp 3", "công dân …, ngụ ấp 3"),
        ("tỉnh Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu"),
        ("126 vụ việc/128 công dân, trong đó", "126 vụ việc/128 công dân, trong đó"),
        ("Ông bà có công", "Ông bà có công"),
    ],
)
def test_names_of_people_are_masked(text: str, masked: str) -> None:
    assert mask_names(text) == masked


def test_a_maximum_is_bare_when_whole() -> None:
    assert [maximum(value) for value in (95, 80.5, 100.0)] == ["95", "80,5", "100"]


def test_a_sentence_is_the_first_that_the_facts_can_fill() -> None:
    full = {"rate": "91,4 %", "change": "giảm 1,6 điểm %", "overdue": "137"}
    assert sentence("title.overview", full, "vi") == (
        "Giải quyết 91,4 % đơn, giảm 1,6 điểm % so với cùng kỳ; **137 đơn quá hạn**"
    )
    assert sentence("title.overview", {"rate": "91,4 %", "overdue": "137", "change": None}, "vi") == (
        "Giải quyết 91,4 % đơn; **137 đơn quá hạn**"
    )
    assert sentence("title.overview", {}, "vi") is None


def test_only_the_emphasis_of_a_template_is_markup() -> None:
    assert emphasis("a <b> **4 đơn** & c") == 'a &lt;b&gt; <span class="g-bad">4 đơn</span> &amp; c'


def test_a_paragraph_is_cut_where_numbers_begin_and_end() -> None:
    text = "Câu đầu có 5 lượt. Thụ lý 142 đơn, giải quyết 132 đơn. Câu cuối."
    detail = {
        "figure_id": "a", "passage_text": text, "quote": "132 đơn",
        "quote_start": text.index("132 đơn"), "quote_end": text.index("132 đơn") + 7,
    }  # fmt: skip
    others = [
        {"figure_id": "b", "quote_start": text.index("142 đơn"), "quote_end": text.index("142 đơn") + 7},
        {"figure_id": "c", "quote_start": detail["quote_start"] - 3, "quote_end": detail["quote_end"]},
    ]
    found = segments(detail, others)
    assert "".join(one.text for one in found) == text
    assert [(one.text, one.figure_id) for one in found if one.kind == "other"] == [("142 đơn", "b")]
    assert [one.text for one in found if one.kind == "mark"] == ["132 đơn"]
    assert "".join(one.text for one in found if one.in_sentence) == "Thụ lý 142 đơn, giải quyết 132 đơn."


def test_a_figure_from_a_form_gives_its_quote() -> None:
    detail = {
        "figure_id": "a",
        "passage_text": None,
        "quote": "Lớp: 4",
        "quote_start": None,
        "quote_end": None,
    }
    (only,) = segments(detail, [])
    assert (only.text, only.kind) == ("Lớp: 4", "mark")


def test_a_table_goes_out_as_csv_that_spreadsheets_read() -> None:
    frame = pd.DataFrame({"name": ["Đồng Phú"], "accepted": [142], "unnamed": [1]})
    assert csv(frame, {"name": "Đơn vị", "accepted": "Đơn thụ lý"}) == (
        "\ufeffĐơn vị,Đơn thụ lý\nĐồng Phú,142\n".encode()
    )


def test_the_first_column_takes_what_is_left() -> None:
    assert widths([Column("Xã"), Column("Đơn", number=True)]) == "minmax(7rem, 1fr) auto"
