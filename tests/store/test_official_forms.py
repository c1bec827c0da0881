"""Official statistical forms in the store: what counts for whom, what is kept, and what replaces what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import made_files as files
import made_readings
from made_books import TCD_2024, TCD_SUMS, XLD_2024, XLD_2024_SUMS, Book, numbered, write
from openpyxl import Workbook

from grassroots import store
from grassroots.issue_words import issue_sentence
from grassroots.reading import read_file

TCD = numbered("01/TCD", TCD_2024, TCD_SUMS)
XLD = numbered("01/XLD", XLD_2024, XLD_2024_SUMS)
DONG_PHU, TAN_HUNG = "2020:695", "2020:25375"
COUNTED = """
    select unit_key, indicator, value from figure_counted
    where chosen and only_confirmed and indicator = $indicator
"""


def made(folder: Path, name: str, *books: Book) -> Path:
    if len(books) == 1:
        return write(replace(books[0], columns={}), folder, name)
    workbook = Workbook()
    for number, book in enumerate(books):
        path = write(replace(book, columns={}, sheet=f"Bieu {number}"), folder, name, into=workbook)
    return path


def load(*paths: Path) -> list[tuple[str, str | None]]:
    return [(one.outcome, one.replaces) for one in store.load_files(paths, by="An").results]


def rows(query: str, **params: Any) -> list[dict[str, Any]]:
    return store.Reader().rows(query, params)


def counted(indicator: str) -> dict[str, float]:
    return {row["unit_key"]: row["value"] for row in rows(COUNTED, indicator=indicator)}


def changed(book: Book, row: int, number: int, by: float) -> Book:
    """The form with one number changed, and what adds up to it left as it was."""
    numbers = list(book.rows[row][1])
    numbers[number - 1] += by
    kept = list(book.rows)
    kept[row] = (kept[row][0], numbers)
    return replace(book, rows=kept)


def test_totals_count_for_the_district_and_rows_for_its_communes(store_folder: Path, tmp_path: Path) -> None:
    own = ("UBND huyện Đồng Phú", TCD.rows[2][1])
    book = replace(TCD, rows=[TCD.rows[0], TCD.rows[1], own, *TCD.rows[3:]])
    load(made(tmp_path, "a.xlsx", book))
    found = counted("tcd_luot")
    assert found[DONG_PHU] == 3330 and found[TAN_HUNG] == 378
    assert len(found) == 4, "the office's own row is neither the district's total nor another unit's"
    kinds = {row["part"]: row["part_kind"] for row in rows("select part, part_kind from figure")}
    assert kinds["UBND huyện Đồng Phú"] == "body"
    (report,) = rows("select regime, scope, first_day::varchar as first_day from report")
    assert report == {"regime": "inspectorate", "scope": "whole_area", "first_day": "2023-12-15"}
    parts = rows("select value, part from figure where indicator = 'tcd_lanh_dao_luot' order by ordinal")
    direct = {row["part"]: row["value"] for row in parts}
    leaders = direct["Thủ trưởng tiếp"] + direct["ủy quyền tiếp"]
    assert counted("tcd_lanh_dao_luot")[DONG_PHU] == leaders, "given in parts only, so computed"


def test_every_value_is_a_figure_or_a_cell(store_folder: Path, tmp_path: Path) -> None:
    load(made(tmp_path, "a.xlsx", TCD))
    (held,) = rows(
        """select (select count(*) from figure where read_by = 'statistics') as figures,
            (select count(*) from form_cell) as cells,
            (select count(*) from form_cell where row_unit_key is not null) as placed"""
    )
    assert held == {"figures": 105, "cells": 40, "placed": 32}
    (form,) = rows("select form, circular, sheet from report_form")
    assert form == {"form": "01/TCD", "circular": "01/2024/TT-TTCP", "sheet": "Sheet1"}


def test_a_wrong_total_is_an_issue_that_opens_its_figure(store_folder: Path, tmp_path: Path) -> None:
    load(made(tmp_path, "a.xlsx", changed(TCD, 0, 5, 3)))
    issues = {row["rule"]: row for row in rows("select * from issue")}
    assert set(issues) == {"form_rows_total", "reception_persons"}, "a sum that a check finds is said once"
    sentence = issue_sentence(issues["form_rows_total"])
    assert "dòng “Tổng số” ghi 1.049, nhưng các dòng cộng lại được 1.046 (lệch 3; ô F12)" in sentence
    (figure,) = rows(
        "select value from figure where figure_id = $id", id=issues["form_rows_total"]["figure_ids"][0]
    )
    assert figure["value"] == 1049


def test_a_row_of_no_known_unit_is_said(store_folder: Path, tmp_path: Path) -> None:
    book = replace(TCD, rows=[*TCD.rows[:4], ("Xã Không Có", TCD.rows[4][1])])
    load(made(tmp_path, "a.xlsx", book))
    (issue,) = rows("select * from issue")
    assert "“Xã Không Có” nhưng không nhận ra đơn vị này" in issue_sentence(issue)


def test_the_same_again_and_a_rebuild_change_nothing(store_folder: Path, tmp_path: Path) -> None:
    path = made(tmp_path, "a.xlsx", TCD, XLD)
    assert load(path) == [("new", None)] and load(path) == [("same", None)]
    kept = ("report", "report_form", "form_cell", "figure", "issue")
    before = {table: sorted(map(repr, rows("from query_table($t)", t=table))) for table in kept}
    assert all(before.values())
    assert store.rebuild().failed == ()
    assert {table: sorted(map(repr, rows("from query_table($t)", t=table))) for table in kept} == before


def outcomes(connection: duckdb.DuckDBPyConnection, tmp_path: Path, *workbooks: Sequence[Book]) -> list[str]:
    paths = [made(tmp_path, f"{number}.xlsx", *books) for number, books in enumerate(workbooks)]
    return [made_readings.load(connection, read_file(path), path.name).outcome for path in paths]


def test_what_replaces_what(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    later = changed(TCD, 1, 12, 1)  # column 12 has no indicator: only a cell differs
    found = outcomes(connection, tmp_path, [TCD], [XLD], [TCD], [later], [later, XLD])
    assert found == ["new", "new", "copy", "revision", "revision"]


def test_a_single_form_does_not_displace_a_workbook_of_more(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    assert outcomes(connection, tmp_path, [TCD, XLD], [changed(TCD, 1, 1, 1)]) == ["new", "new"]


def test_the_tools_own_form_stands_beside(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    own = files.form(tmp_path / "own.xlsx", {"tcd_luot": 5}, unit_key=DONG_PHU, period="2024-m06")
    assert made_readings.load(connection, read_file(own), "own.xlsx").outcome == "new"
    assert outcomes(connection, tmp_path, [TCD]) == ["new"]


def test_an_old_workbook_is_loaded_and_goes_with_the_sample(store_folder: Path) -> None:
    old = Path(__file__).parents[1] / "reading" / "statistics" / "files" / "01_tcd_2024.xls"
    store.load_files([old], by="An", illustrative=True)
    assert rows("select count(*) as held from form_cell") == [{"held": 40}]
    assert store.empty_sample(by="An") == 1
    assert not rows("select 1 from form_cell union all select 1 from report_form")
