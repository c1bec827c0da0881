"""Tables as files: a spreadsheet that opens one must find words where a report had words."""

from __future__ import annotations

import csv
import io

import pandas as pd

from grassroots import tables


def test_words_of_reports_never_become_formulas() -> None:
    texts = ["=HYPERLINK(1)", "+1", "-2 đơn", "@SUM(A1)", " =1", "\t=1", "xã Tân Hưng", None]
    frame = pd.DataFrame({"text": texts, "number": [-1.5, 2, 3, 4, 5, 6, 7, 8]})
    content = tables.csv(frame, {"text": "Câu", "number": "Số"}).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [row["Câu"] for row in rows] == [
        "'=HYPERLINK(1)", "'+1", "'-2 đơn", "'@SUM(A1)", "' =1", "'\t=1", "xã Tân Hưng", "",
    ]  # fmt: skip
    assert rows[0]["Số"] == "-1.5", "numbers stay numbers"
