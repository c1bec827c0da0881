"""Decisions on issues: kept with who and when, alive after a rebuild, ended by a corrected figure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import made_files as files
import pytest

from grassroots import checks, settings, store


@pytest.fixture
def report_id(store_folder: Path, tmp_path: Path) -> str:
    """A form whose settled and open petitions are more than the accepted."""
    said = {"don_thu_ly": 10.0, "don_da_giai_quyet": 9.0, "don_dang_giai_quyet": 3.0}
    result = store.load_files([files.form(tmp_path / "a.xlsx", said)], by="An").results[0]
    assert result.report_id is not None
    return result.report_id


def issues() -> list[dict[str, Any]]:
    return store.Reader().rows(
        "select issue_id, rule, state, reason, decided_by from issue_standing order by rule"
    )


def test_accepting_says_who_and_why_and_outlives_a_rebuild(report_id: str, store_folder: Path) -> None:
    (issue,) = issues()
    assert (issue["rule"], issue["state"]) == ("settled_and_open", "open")
    store.settle_issue(issue["issue_id"], "accept", by="Bình", reason="Hai đơn rút sau khi chốt")
    settled = issues()
    assert [(one["state"], one["reason"], one["decided_by"]) for one in settled] == [
        ("accept", "Hai đơn rút sau khi chốt", "Bình")
    ]
    line = json.loads((store_folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (line["kind"], line["issue"]["rule"], line["issue"]["found"]) == (
        "settle_issue",
        "settled_and_open",
        12,
    )
    assert line["issue"]["sha256"].startswith(report_id)
    store.rebuild()
    assert issues() == settled


def test_an_issue_can_be_opened_again(report_id: str) -> None:
    (issue,) = issues()
    store.settle_issue(issue["issue_id"], "will_correct", by="Bình", publish="soon")
    store.finish_publishing()
    assert [one["state"] for one in issues()] == ["will_correct"]
    store.settle_issue(issue["issue_id"], "reopen", by="Chi")
    assert [one["state"] for one in issues()] == ["open"]


def test_what_the_report_says_next_is_another_issue(report_id: str, tmp_path: Path) -> None:
    (issue,) = issues()
    store.settle_issue(issue["issue_id"], "accept", by="Bình", reason="Đã hỏi")
    said = {"don_thu_ly": 10.0, "don_da_giai_quyet": 8.0, "don_dang_giai_quyet": 5.0}
    store.load_files([files.form(tmp_path / "b.xlsx", said)], by="An")
    assert sorted(one["state"] for one in issues()) == ["accept", "open"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"by": " "}, "no_name"),
        ({"by": "Bình"}, "acceptance_without_reason"),
        ({"by": "Bình", "reason": "Đã hỏi", "issue_id": "x"}, "unknown_issue"),
    ],
)
def test_what_is_refused(report_id: str, given: dict[str, str], code: str) -> None:
    (issue,) = issues()
    with pytest.raises(store.DecisionRefused) as refused:
        store.settle_issue(given.pop("issue_id", issue["issue_id"]), "accept", **given)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_a_new_rule_is_held_against_what_is_stored(
    report_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office adds a line to checks.csv: at the next start every report is checked by it."""
    reference = tmp_path / "reference"
    reference.mkdir()
    for file in settings.REFERENCE.iterdir():
        (reference / file.name).symlink_to(file)
    own = reference / "checks.csv"
    rules = own.read_text(encoding="utf-8")
    own.unlink()
    own.write_text(
        rules + "ours,at_most,note,don_dang_giai_quyet,don_da_giai_quyet,no,,,\n", encoding="utf-8"
    )
    monkeypatch.setattr(settings, "REFERENCE", reference)
    checks.rules.cache_clear()
    try:
        assert [one["rule"] for one in issues()] == ["ours", "settled_and_open"]
    finally:
        checks.rules.cache_clear()
