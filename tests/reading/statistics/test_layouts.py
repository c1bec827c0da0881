"""The layouts are as the published trees have them; a new circular is one more folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_books import TCD_2024, XLD_2021, XLD_2024, Book, Tree, leaves, write

from grassroots.indicators import indicators
from grassroots.reading.statistics import read_statistics
from grassroots.reading.statistics.layouts import Form, forms
from grassroots.reading.statistics.wording import plain

# in these the published tree mixes two forms up, or repeats columns: see the comments in their files
MIXED_UP = {"01/2024 03/XLD", "01/2024 01/XLD", "01/2024 01/KQGQ"}
SLIPS = {"Đơn tiếp nhận đơn trong kỳ": "Đơn tiếp nhận trong kỳ", "Số kết luận đi": "Số kết luận đã"}


def form_of(name: str) -> Form:
    circular, code = name.split()
    return next(form for form in forms() if form.form == code and form.circular.startswith(circular))


def paths(tree: Tree, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for one in tree:
        words, below = (one, []) if isinstance(one, str) else one
        found += paths(below, (*above, words)) if below else [(*above, words)]
    return found


@pytest.mark.parametrize(
    ("name", "tree"),
    [("01/2024 01/TCD", TCD_2024), ("01/2024 01/XLD", XLD_2024), ("02/2021 01/XLD", XLD_2021)],
)
def test_columns_are_those_of_the_form(name: str, tree: Tree) -> None:
    columns = [tuple(plain(words) for words in column.path) for column in form_of(name).columns]
    assert columns == [tuple(plain(words) for words in path) for path in paths(tree)]


def test_every_layout_is_as_the_published_tree_has_it(shared: Path) -> None:
    published = _published(shared / "reference" / "inspectorate_forms.txt")
    assert len(published) == 13
    for name, found in published.items():
        if name not in MIXED_UP:
            columns = [tuple(plain(words.rstrip("?")) for words in one.path) for one in form_of(name).columns]
            assert columns == [tuple(plain(words) for words in path) for path in found], name


def _published(file: Path) -> dict[str, list[tuple[str, ...]]]:
    """Headings of the numbered columns by circular and form; a system's own details after them left out."""
    found: dict[str, list[tuple[str, ...]]] = {}
    circular, form, branch = "", "", [""]
    for line in [*file.read_text(encoding="utf-8").splitlines(), "- end"]:
        if match := re.match(r"## THÔNG TƯ (\d\d/\d{4})", line):
            circular = match[1]
        elif line.startswith("====="):
            match = re.match(r"===== Biểu số: (\S+)", line)
            form = f"{circular} {match[1]}" if match else ""
            branch = []
        elif form and (match := re.match(r"( *)- (.*)", line)):
            depth, words = len(match[1]) // 2, match[2].strip()
            for slip, meant in SLIPS.items():
                words = words.replace(slip, meant)
            if branch and depth <= len(branch) - 1:
                found.setdefault(form, []).append(tuple(branch))
            branch = [*branch[:depth], words]
            if words in ("STT", "Ghi chú"):
                form = ""
        elif form and line.lstrip().startswith(("FORMULAS", "MS:")):
            found.setdefault(form, []).append(tuple(branch))
            form = ""
    return {name: [path for path in columns if path != ("Đơn vị",)] for name, columns in found.items()}


def test_codes_are_in_the_catalogue_and_counted_as_it_says() -> None:
    for form in forms():
        for one in (*form.columns, *form.computed):
            if one.indicator:
                assert one.counted in indicators()[one.indicator].unit_vi.split("|"), (form.form, one)


def test_compliance_with_time_limits_has_no_code() -> None:
    limits = [one for form in forms() for one in form.columns if "quy định" in one.path[-1]]
    assert len(limits) == 6 and not any(one.indicator for one in limits)


def test_a_new_circular_is_one_more_folder(tmp_path: Path) -> None:
    folder = tmp_path / "09-2031"
    folder.mkdir()
    (folder / "circular.yml").write_text("{circular: 09/2031/TT-TTCP, first_year: 2031}", encoding="utf-8")
    (folder / "01-TCD.yml").write_text(
        """
form: 01/TCD
title: Tổng hợp tiếp công dân trực tiếp và trực tuyến
columns:
- Tổng số lượt: {number: 1, indicator: tcd_luot, counted: lượt}
- Hình thức:
  - Trực tiếp: {number: 2}
  - Trực tuyến: {number: 3}
sums: ["1=2+3"]
""",
        encoding="utf-8",
    )
    tree: Tree = ["Tổng số lượt", ("Hình thức", ["Trực tiếp", "Trực tuyến"])]
    book = Book(
        "01/TCD", tree, [("Xã Tân Hưng", [9, 5, 3])], title="TỔNG HỢP TIẾP CÔNG DÂN TRỰC TIẾP VÀ TRỰC TUYẾN"
    )
    assert leaves(tree) == 3
    found = read_statistics(write(book, tmp_path), "xlsx", forms(tmp_path))
    assert [(one.indicator, one.value) for one in found.figures] == [("tcd_luot", 9)]
    assert [(one.circular, one.column, one.value) for one in found.cells] == [
        ("09/2031/TT-TTCP", 2, 5),
        ("09/2031/TT-TTCP", 3, 3),
    ]
    assert [(one.rule, one.expected, one.found) for one in found.form_issues] == [
        ("form_columns_total", 9, 8)
    ]


@pytest.mark.parametrize(
    ("columns", "wrong"),
    [
        ("- A: {number: 2}\n- B: {number: 1}", "not in order"),
        ("- A: {number: 1}\nsums: ['1=2+3']", "no such columns"),
        ("- A: {number: 1}\nsums: ['1=2-3']", "not a sum"),
    ],
)
def test_a_wrong_layout_is_told_at_once(columns: str, wrong: str, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "circular.yml").write_text("{circular: x, first_year: 1}", encoding="utf-8")
    (folder / "f.yml").write_text(f"form: f\ntitle: t\ncolumns:\n{columns}", encoding="utf-8")
    with pytest.raises(ValueError, match=wrong):
        forms(tmp_path)
