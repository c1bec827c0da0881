"""One small world that the files are made of: three communes, one of which has not reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from made_world import World

from grassroots import briefs
from grassroots.briefs import Asked
from grassroots.scenario import parse
from grassroots.store import Supposition

PROVINCE, PHU, LOI, TAM = "2025-07:75", "2025-07:25363", "2025-07:25387", "2025-07:25390"
PERIOD, BASE = "2026-m09", "2025-m09"
Ask = Callable[..., Asked]


@pytest.fixture(scope="session")
def small_world() -> World:
    """Đồng Nai: Đồng Phú settled 90 of 100, Thuận Lợi 12 of 15, Đồng Tâm is silent; a year before too."""
    world = World()
    world.unit(PROVINCE, "Đồng Nai", "province", kind="tỉnh")
    for key, name in ((PHU, "Đồng Phú"), (LOI, "Thuận Lợi"), (TAM, "Đồng Tâm")):
        world.unit(key, name, parent=PROVINCE)
    for period, more in ((PERIOD, 0), (BASE, 1)):
        for unit_key, accepted, settled, overdue in ((PHU, 100, 90, 6), (LOI, 15, 12, 0)):
            report = world.report(
                unit_key,
                period,
                {
                    "don_tiep_nhan": accepted + 20,
                    "don_thu_ly": accepted,
                    "don_dang_giai_quyet": accepted - settled - more,
                    "don_qua_han": overdue,
                    "tcd_luot": 1200,
                    "tcd_nguoi": 1250,
                    "tcd_vu_viec": 1100,
                    "tap_huan_lop": 3,
                    "tap_huan_nguoi": 120,
                    "vi_pham": 0,
                },
                number="12/BC-UBND",
                illustrative=True,
            )
            quote = "=HYPERLINK(1) ông Nguyễn Văn An đã giải quyết" if unit_key == PHU else "-12 đơn"
            world.figure(report, "don_da_giai_quyet", settled + more, quote=quote)
    return world


@pytest.fixture(scope="session")
def ask(small_world: World) -> Ask:
    """A choice of the small world; ``scenario`` as it stands in the URL."""

    def asked(scenario: str | None = None, unit_key: str = PROVINCE, **more: str) -> Asked:
        reader = small_world.reader
        given = {"base": BASE, **more}
        if scenario is None:
            return briefs.asked(reader, unit_key, PERIOD, **given)
        supposed = reader.supposing(Supposition(parse(scenario), unit_key, PERIOD))
        words = "Giải quyết hết đơn quá hạn"
        return briefs.asked(supposed, unit_key, PERIOD, reported=reader, scenario=words, **given)

    return asked


def values_written(written: Mapping[str, str]) -> set[tuple[str, float]]:
    """Figures as they stand in the Vietnamese text, by indicator, as numbers."""
    return {
        (code, float(re.sub(r"[\u202f%.]", "", said).replace(",", "."))) for code, said in written.items()
    }
