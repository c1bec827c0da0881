"""Lines of pages in the store: there with their report, gone with an emptied sample."""

from __future__ import annotations

from pathlib import Path

import made_files as files
import made_pages as pages

from grassroots import store


def _report(path: Path) -> Path:
    lines = files.NARRATIVE.format(number=1, received=142).splitlines()
    return pages.text_pdf(path, [[(70, 60 + 20 * at, line) for at, line in enumerate(lines)]])


def test_lines_are_stored_and_emptied_with_their_report(store_folder: Path, tmp_path: Path) -> None:
    store.load_files([_report(tmp_path / "a.pdf")], by="An", illustrative=True)
    rows = store.Reader().rows(
        """
        select substr(passage.text, line_start + 1, line_end - line_start) as words, page_line.*
        from page_line
        join passage on passage.report_id = page_line.report_id and passage.number = page_line.passage
        order by ordinal
        """
    )
    assert [row["words"] for row in rows] == files.NARRATIVE.format(number=1, received=142).splitlines()
    assert all(0 < row["left_edge"] < row["right_edge"] < 1 for row in rows)
    assert all(0 < row["top_edge"] < row["bottom_edge"] < 0.4 and row["page"] == 1 for row in rows)
    store.empty_sample(by="An")
    assert store.Reader().rows("select count(*) as n from page_line") == [{"n": 0}]
