"""Units in a new store: what they are called today, found under former kinds too."""

from __future__ import annotations

from pathlib import Path

from grassroots import store


def test_a_store_calls_units_by_the_kind_they_have_today(empty_store: Path) -> None:
    found = store.Reader(empty_store).frame(
        """
        select unit.kind, unit.name, list(unit_name.spelling order by spelling) as spellings
        from unit join unit_name using (unit_key)
        where unit_key = $key
        group by all
        """,
        {"key": "2025-07:25363"},
    )
    assert list(found[["kind", "name"]].iloc[0]) == ["phường", "Đồng Phú"]
    assert {"xã Đồng Phú", "phường Đồng Phú"} <= set(found["spellings"].iloc[0])
