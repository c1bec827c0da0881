"""The whole sample goes through the loader, and nothing is wrong with it but what is meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from grassroots import sample, store
from grassroots.sample import story
from grassroots.sample.reporting import PERIODS
from grassroots.sample.reports import files_of

# Rules that a slip in one figure breaks.
BROKEN_BY = {
    "tcd_vu_viec": {"reception_matters"},
    "don_da_giai_quyet": {"settled_and_open", "settled_by_kind"},
    "don_trong_han": {"open_in_time_and_overdue"},
    "hoa_giai_thanh": {"mediation_results"},
    "don_dang_giai_quyet": {"settled_and_open", "open_in_time_and_overdue", "open_by_kind"},
}


def planned_issues() -> set[tuple[str, str, str]]:
    """(unit, period, rule) of everything that the story gets wrong on purpose."""
    found = {(slip.unit_key, slip.period, rule) for slip in story.SLIPS for rule in BROKEN_BY[slip.indicator]}
    found |= {(*key, "rate_differs") for key in story.WRONG_RATE}
    found |= {(*key, "cumulative_falls") for key in story.FALLEN}
    return found | {
        (each.unit_key, each.period, "form_against_narrative") for each in story.BESIDE if each.differs
    }


@pytest.mark.slow
def test_the_whole_sample_loads_with_the_planned_issues_and_no_other(
    tmp_path: Path, store_folder: Path
) -> None:
    paths = [sample.published_workbook()]
    for period, archive in sample.archives():
        paths += sample.files(archive, tmp_path / period.code)
    summary = store.load_files(paths, by="sample")
    assert not summary.failed
    assert summary.count("revision") == len(story.REVISED)
    assert summary.count("new") == len(paths) - len(story.REVISED)

    reader = store.Reader(store_folder)
    issues = reader.frame(
        """
        select unit_key, period, rule
        from issue_standing join report using (report_id)
        where replaces is null or rule in (select rule from issue_across)
        """
    )
    assert set(issues.itertuples(index=False, name=None)) == planned_issues()

    counted = reader.frame(
        "select period, count(*) as reports from report where illustrative group by period", {}
    )
    expected = {period.code: len(files_of(period)) for period in PERIODS}
    assert dict(counted.itertuples(index=False, name=None)) == expected
    real = reader.frame("select unit_key, period from report where not illustrative", {})
    assert list(real.itertuples(index=False, name=None)) == [("2020:695", "2024-m10")]
