"""Scenarios saved by name: a line of the journal, alive after a rebuild, saying what moved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import made_files as files
import pytest

from grassroots import queries, store
from grassroots.scenario import Scenario, parse
from grassroots.store import LookedAt, SavedFigure

FOUR = parse(f"settle~overdue~{files.TAN_HUNG}~4")


def load(path: Path, settled: float) -> None:
    values = {"don_thu_ly": 142.0, "don_da_giai_quyet": settled, "don_qua_han": 4.0}
    store.load_files([files.form(path, values)], by="An")


def looked_at(settled: float) -> LookedAt:
    figures = {"don_thu_ly": 142.0, "don_da_giai_quyet": settled, "don_qua_han": 4.0}
    return LookedAt(
        files.TAN_HUNG, "2024-year", None, False, 92.96, 95.77,
        [SavedFigure(files.TAN_HUNG, indicator, value) for indicator, value in figures.items()],
    )  # fmt: skip


def asked(name: str, **params: Any) -> list[dict[str, Any]]:
    found = queries.run(store.Reader(), name, **params)
    return [{str(key): value for key, value in row.items()} for row in found.to_dict("records")]


def test_a_saved_scenario_outlives_a_rebuild(store_folder: Path, tmp_path: Path) -> None:
    load(tmp_path / "a.xlsx", 132)
    saved_id = store.save_scenario("  Giải quyết  bốn đơn ", FOUR, looked_at(132), by="Bình")
    before = asked("saved_scenarios")
    assert [(row["saved_id"], row["name"], row["scenario"], row["saved_by"]) for row in before] == [
        (saved_id, "Giải quyết bốn đơn", str(FOUR), "Bình")
    ]
    line = json.loads((store_folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (line["kind"], line["name"], line["stated"]) == ("save_scenario", "Giải quyết bốn đơn", True)
    assert asked("saved_scenario_changes", saved_id=saved_id) == []
    store.rebuild()
    assert asked("saved_scenarios") == before
    assert asked("saved_scenario_changes", saved_id=saved_id) == []


def test_it_names_what_moved_in_the_figures(store_folder: Path, tmp_path: Path) -> None:
    load(tmp_path / "a.xlsx", 132)
    saved_id = store.save_scenario("Bốn đơn", FOUR, looked_at(132), by="Bình")
    load(tmp_path / "b.xlsx", 135)
    changes = asked("saved_scenario_changes", saved_id=saved_id)
    assert [(row["unit_key"], row["indicator"], row["before"], row["after"]) for row in changes] == [
        (files.TAN_HUNG, "don_da_giai_quyet", 132, 135)
    ]


def test_one_taken_off_the_list_stays_off_it(store_folder: Path, tmp_path: Path) -> None:
    load(tmp_path / "a.xlsx", 132)
    saved_id = store.save_scenario("Bốn đơn", FOUR, looked_at(132), by="Bình")
    store.drop_scenario(saved_id, by="Chi")
    assert asked("saved_scenarios") == []
    store.rebuild()
    assert asked("saved_scenarios") == []


@pytest.mark.parametrize(
    ("name", "scenario", "by", "code"),
    [
        (" ", FOUR, "Bình", "scenario_without_name"),
        ("Không", Scenario(), "Bình", "scenario_without_change"),
        ("Bốn đơn", FOUR, " ", "no_name"),
    ],
)
def test_what_can_not_be_saved(store_folder: Path, name: str, scenario: Scenario, by: str, code: str) -> None:
    with pytest.raises(store.DecisionRefused) as refused:
        store.save_scenario(name, scenario, looked_at(132), by=by)
    assert refused.value.code == code
    with pytest.raises(store.DecisionRefused):
        store.drop_scenario("nobody", by="Chi")
    assert asked("saved_scenarios") == []
