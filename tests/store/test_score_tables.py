"""A table of scores after Decision 766 in the store: a province's, beside its other reports."""

from __future__ import annotations

from pathlib import Path

from grassroots import store
from tests.reading.test_score_tables import HEAD, LOI, PERIOD, PHU, TITLE, workbook


def test_loaded_it_scores_communes_beside_the_province_s_form(store_folder: Path, tmp_path: Path) -> None:
    summary = store.load_files([workbook(tmp_path, TITLE, PERIOD, [], HEAD, PHU, LOI)], by="Lan", workers=1)
    assert [one.outcome for one in summary.results] == ["new"], summary.results
    rows = store.Reader().rows(
        """
        select unit_key, indicator, value, basis from measured
        where not only_confirmed and starts_with(indicator, 'qd766') order by unit_key, indicator
        """
    )
    # stated points of the applicable 100; Thuận Lợi lacks a column, so it has no total
    assert [(row["unit_key"], row["indicator"], row["value"]) for row in rows] == [
        ("2025-07:25363", "qd766_diem", 93.25),
        ("2025-07:25363", "qd766_diem_toi_da", 100),
    ]
    # sent again with a figure mended it replaces itself
    mended = workbook(tmp_path, TITLE, PERIOD, [], HEAD, [*PHU[:2], 18, *PHU[3:-1], 93.75], LOI)
    assert [one.outcome for one in store.load_files([mended], by="Lan", workers=1).results] == ["revision"]
