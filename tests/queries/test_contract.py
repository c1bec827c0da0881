"""Every query file says truly what it takes and what it gives."""

from __future__ import annotations

from typing import Any

import pytest
from made_world import AN, PROVINCE, World, today

from grassroots import queries

GIVEN: dict[str, Any] = {
    "place": PROVINCE, "period": "2026-m06", "base": "2025-m06", "only_confirmed": False,
    "indicators": ["don_thu_ly", "ty_le_giai_quyet"], "indicator": "ty_le_giai_quyet", "peers": None,
    "sheet": "cqtt_minh_hoa", "report_id": "r01", "figure_id": "r01-1", "passage": 1, "issue_id": "i",
    "saved_id": "s", "composite": "tong_hop_minh_hoa", "parts": ["tap_huan"], "weights": [20.0],
    "missing": "missing",
    "resolution": "quang_ninh_179_2023", "as_of": "2026-11-22",
}  # fmt: skip


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = today(tmp_path_factory.mktemp("world"))
    world.report(AN, "2026-m06", {"don_thu_ly": 10, "don_da_giai_quyet": 9})
    assert world.reader
    return world


@pytest.mark.parametrize("name", queries.names())
def test_header_is_what_the_query_gives(name: str, reported: World) -> None:
    asked = queries.query(name)
    result = reported.connection.sql(asked.sql, params={one.name: GIVEN[one.name] for one in asked.params})
    given = list(zip(result.columns, [str(type_).lower() for type_ in result.types], strict=True))
    assert given == [(one.name, one.type) for one in asked.columns]


@pytest.mark.parametrize("name", queries.names())
def test_missing_is_allowed_where_the_header_says_so(name: str, reported: World) -> None:
    asked = queries.query(name)
    params = {one.name: None if one.nullable else GIVEN[one.name] for one in asked.params}
    reported.connection.execute(asked.sql, params)


@pytest.mark.parametrize("name", queries.names())
def test_query_reads_like_prose(name: str) -> None:
    asked = queries.query(name)
    assert asked.title[0].isupper() and asked.grain.startswith("one ")
    assert asked.sql.rstrip().endswith("select * from final")
    rates = [one for one in asked.columns if one.name.endswith("_percent")]
    assert all(one.unit == "%" for one in rates), "a share says that it is in percent"
