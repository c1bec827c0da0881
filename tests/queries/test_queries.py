"""Questions are parsed, checked, asked once and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from grassroots import queries

WHOLE = """-- title: Points of a place
-- grain: one unit
-- params:
--   place varchar: a unit_key
--   base varchar null: NULL for none
-- columns:
--   points double (points): of the maximum
--   units varchar[]

select 1.5::double as points, [$place, $base] as units
"""


class Told:
    """Answers with how often it was asked."""

    def __init__(self) -> None:
        self.version, self.asked = 1, 0

    def frame(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        self.asked += 1
        return pd.DataFrame({"asked": [self.asked]})


def test_header_becomes_a_typed_query() -> None:
    found = queries.parse("points", WHOLE)
    assert (found.title, found.grain) == ("Points of a place", "one unit")
    assert [(one.name, one.type, one.nullable) for one in found.params] == [
        ("place", "varchar", False),
        ("base", "varchar", True),
    ]
    assert [(one.name, one.type, one.unit) for one in found.columns] == [
        ("points", "double", "points"),
        ("units", "varchar[]", None),
    ]


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (WHOLE.replace("-- grain: one unit\n", ""), "grain"),
        (WHOLE.replace("--   base varchar null: NULL for none\n", ""), "binds"),
        (WHOLE + ";\ndrop table report", "exactly one SELECT"),
        ("-- title: t\n-- grain: g\n-- columns:\n--   x double\n\ndrop table report", "exactly one SELECT"),
        (WHOLE.replace("points double (points)", "points, double"), "name type"),
        (WHOLE.replace("select", "selekt"), "selekt"),
    ],
)
def test_broken_contract_is_named(spoilt: str, says: str) -> None:
    with pytest.raises(queries.WrongContract, match=says):
        queries.parse("points", spoilt)


def test_unknown_question() -> None:
    for name in ("no_such", "../queries/places", "schema/001_reference"):
        with pytest.raises(KeyError):
            queries.query(name)


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"place": "2025-07:75", "period": "2026-m09"},
        {"place": None},
        {"place": 75},
    ],
)
def test_wrong_parameters_never_reach_the_store(params: dict[str, Any]) -> None:
    reader = Told()
    with pytest.raises(queries.WrongParameters):
        queries.run(reader, "periods", **params)
    assert reader.asked == 0


def test_a_truth_is_no_number_and_a_word_no_list() -> None:
    reader = Told()
    with pytest.raises(queries.WrongParameters, match="passage"):
        queries.run(reader, "figures_in_passage", report_id="r", passage=True)
    with pytest.raises(queries.WrongParameters, match="indicators"):
        queries.run(reader, "unit_measures", place="p", period="2026-m09", base=None, only_confirmed=False,
                    indicators="don_thu_ly")  # fmt: skip


def test_asked_once_for_each_state_of_the_store() -> None:
    reader = Told()
    first = queries.run(reader, "periods", place="a")
    assert queries.run(reader, "periods", place="a")["asked"].item() == 1
    assert queries.run(reader, "periods", place="b")["asked"].item() == 2
    reader.version = 2
    assert queries.run(reader, "periods", place="a")["asked"].item() == 3
    assert first["asked"].item() == 1


def test_answers_of_one_reader_are_not_another_s() -> None:
    one, other = Told(), Told()
    queries.run(one, "periods", place="a")
    queries.run(other, "periods", place="a")
    assert (one.asked, other.asked) == (1, 1)


def test_a_caller_s_changes_stay_its_own() -> None:
    reader = Told()
    mine = queries.run(reader, "periods", place="a")
    mine.loc[0, "asked"] = 99
    mine["more"] = 1
    assert list(queries.run(reader, "periods", place="a").columns) == ["asked"]
    assert queries.run(reader, "periods", place="a")["asked"].item() == 1


def test_only_the_newest_answers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "KEPT_RESULTS", 2)
    reader = Told()
    for place in ("a", "b", "a", "c", "a", "b"):  # c pushes b out, a having been asked for since
        queries.run(reader, "periods", place=place)
    assert reader.asked == 4
