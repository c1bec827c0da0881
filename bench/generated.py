"""A store of the whole country: each commune's nine months of five years, figures drawn by chance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grassroots import units
from grassroots.periods import Period
from grassroots.store.folder import Folder
from grassroots.store.rows import append
from grassroots.store.writing import writing

YEARS = range(2022, 2027)
SILENT_PERCENT = 3
_SEED = 20261122
_VINTAGE = "2025-07"


def fill(store: Path) -> int:
    """Writes the reports of all communes straight into the store's tables; gives their number."""
    chance = random.Random(_SEED)
    reports: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    communes = [one for one in units.all_units() if one.vintage == _VINTAGE and one.level == "commune"]
    for number, (unit_key, year) in enumerate((one.unit_key, year) for one in communes for year in YEARS):
        if year == YEARS[-1] and chance.random() < SILENT_PERCENT / 100:
            continue
        report_id = f"g{number:06d}"
        reports.append(_report(report_id, unit_key, year))
        figures.extend(_figures(report_id, chance))
    with writing(Folder.of(store)) as connection:
        append(connection, "report", reports)
        append(connection, "figure", figures)
    return len(reports)


def _report(report_id: str, unit_key: str, year: int) -> dict[str, Any]:
    period = Period(year, "m09")
    first_day, last_day = period.days()
    return {
        "report_id": report_id, "source_kind": "form", "unit_key": unit_key, "period": period.code,
        "period_year": year, "period_name": period.name, "months": period.months, "first_day": first_day,
        "last_day": last_day, "regime": "calendar", "scope": "whole_area", "illustrative": True,
        "reader_version": "1", "loaded_by": "bench",
        "loaded_at": datetime(2026, 11, 1, 8, tzinfo=UTC).replace(tzinfo=None),
    }  # fmt: skip


def _figures(report_id: str, chance: random.Random) -> Iterator[dict[str, Any]]:
    accepted = round(chance.lognormvariate(4.2, 0.8)) + 1
    settled = sum(chance.random() < 0.9 for _ in range(accepted))
    overdue = round((accepted - settled) * chance.random() * 0.5)
    values = {
        "don_tiep_nhan": accepted + chance.randint(0, 40), "don_thu_ly": accepted,
        "don_da_giai_quyet": settled, "don_dang_giai_quyet": accepted - settled,
        "don_trong_han": accepted - settled - overdue, "don_qua_han": overdue,
        "tcd_luot": chance.randint(20, 300), "tcd_vu_viec": chance.randint(10, 200),
        "tap_huan_lop": chance.randint(0, 8), "mo_hinh_cong_nhan": chance.randint(0, 6),
        "cqtt_diem": round(chance.uniform(60, 94), 1), "cqtt_diem_toi_da": 95.0,
    }  # fmt: skip
    for ordinal, (indicator, value) in enumerate(values.items(), start=1):
        yield {
            "figure_id": f"{report_id}-{ordinal}", "report_id": report_id, "ordinal": ordinal,
            "indicator": indicator, "value": float(value), "token": str(value),
            "quote": f"{indicator}: {value}",
            "confidence": 1.0, "read_by": "form",
        }  # fmt: skip
