"""The grammar on longer texts in freer wording, and how sure it says it is of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from reading.scoring import Score, expected_of, score

from grassroots.reading import read_file
from grassroots.reading.model import Figure

TEXTS = yaml.safe_load((Path(__file__).parent / "longer_texts.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, tuple[Figure, ...]]]:
    """The figures expected of each text, and those read from it."""
    file = tmp_path_factory.mktemp("texts") / "report.txt"
    found = []
    for entry in TEXTS:
        file.write_text(f"{entry['title']}\n\n{entry['text']}", encoding="utf-8")
        found.append((entry["figures"], read_file(file).figures))
    return found


def test_longer_texts_as_a_whole(readings: list[tuple[str, tuple[Figure, ...]]]) -> None:
    whole = Score()
    for figures, read in readings:
        score(expected_of(figures), read, whole)
    assert whole.wanted >= 350
    assert whole.precision >= 0.95 and whole.recall >= 0.95, whole.problems
    assert whole.strict_precision >= 0.92 and whole.strict_recall >= 0.92, whole.problems


def test_figures_said_to_be_sure_are_right(readings: list[tuple[str, tuple[Figure, ...]]]) -> None:
    """Of those given at 0.95 and more, at least 97 in 100 are right, and they are some."""
    sure, given = Score(), 0
    for figures, read in readings:
        given += len(read)
        expected = expected_of(figures)
        score(expected, tuple(figure for figure in read if figure.confidence >= 0.95), sure)
    assert sure.right + sure.false >= given // 8
    assert sure.precision >= 0.97, sure.problems


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Năm 2023 xã không tổ chức lớp tập huấn nào.", "tap_huan_lop = 0"),
        ("Đơn tố cáo không phát sinh.", "tc_tiep_nhan = 0"),
        ("Không có tập thể, cá nhân được khen.", "khen_thuong_tap_the = 0; khen_thuong_ca_nhan = 0"),
        ("Chưa có mô hình nào được công nhận.", "mo_hinh_cong_nhan = 0"),
        ("Hiện không còn đơn đang giải quyết.", "don_dang_giai_quyet = 0"),
        ("Xã tiếp nhận bàn giao 12 đơn chưa giải quyết.", "don_ky_truoc = 12"),
        ("Quý này không phát sinh vụ việc hòa giải.", "hoa_giai_vu_viec = 0"),
        ("Không phải lá đơn nào cũng đúng thẩm quyền.", ""),
        ("Không đơn nào bị bỏ quên.", ""),
        ("Cán bộ nhắc nhau để không còn đơn quá hạn.", ""),
        ("Không phát sinh vụ việc phức tạp.", ""),
    ],
)  # fmt: skip
def test_noughts(text: str, figures: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    found = Score()
    score(expected_of(figures), read_file(tmp_path / "report.txt").figures, found)
    assert (found.right, found.false) == (found.wanted, 0), found.problems


def test_a_number_is_known_again(tmp_path: Path) -> None:
    """The 56 of "22/56" is that of complaints and denunciations, and parts are of what they add up to."""
    (tmp_path / "report.txt").write_text(
        "Khiếu nại, tố cáo thuộc thẩm quyền 56 đơn. Đã giải quyết xong 22/56 đơn.\n"
        "Toàn tỉnh có 83 cuộc giám sát của Mặt trận. Phân theo cấp: tỉnh 02, huyện 16, xã 65.",
        encoding="utf-8",
    )
    found = Score()
    expected = expected_of(
        "kntc_thuoc_tham_quyen = 56; kntc_da_giai_quyet = 22; mttq_giam_sat_cuoc = 83; "
        "mttq_giam_sat_cuoc@tỉnh = 2; mttq_giam_sat_cuoc@huyện = 16; mttq_giam_sat_cuoc@xã = 65"
    )
    score(expected, read_file(tmp_path / "report.txt").figures, found)
    assert (found.right, found.false) == (found.wanted, 0), found.problems
