"""A population file in the store: loaded by command, held after a rebuild, refused whole."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from grassroots import store
from grassroots.cli import main
from tests.test_population import GOOD


def held() -> list[tuple[str, int, int, str]]:
    rows = store.Reader().rows(
        "select unit_key, year, persons, file_name from population order by position, unit_key, year"
    )
    return [(row["unit_key"], row["year"], row["persons"], row["file_name"]) for row in rows]


def test_loaded_by_command_held_after_a_rebuild_and_refused_whole(store_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "dan_so.csv"
    file.write_text(GOOD, encoding="utf-8")
    run = CliRunner().invoke(main, ["population", str(file), "--by", "Lan"])
    assert run.exit_code == 0, run.output
    assert "Đã nạp dân số của 2 đơn vị từ tệp dan_so.csv: 2 dòng, năm 2025." in run.output
    loaded = held()
    assert loaded == [("2025-07:25363", 2025, 61_234, file.name), ("2025-07:25387", 2025, 40_100, file.name)]
    file.write_text(GOOD + "99999;2025-07;2025;1;x\n", encoding="utf-8")
    refused = CliRunner().invoke(main, ["population", str(file), "--by", "Lan"])
    assert refused.exit_code == 1 and "dòng 4: không có đơn vị mã 99999" in refused.output
    assert held() == loaded
    store.rebuild()
    assert held() == loaded
