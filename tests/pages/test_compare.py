"""Fair comparison: what the title claims, who lies outside the limits, the like, and the year before."""

from __future__ import annotations

import json
from typing import Any

from made_world import World
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LOI, PHU, PROVINCE, TAM, Open, bodies, opens, said

M09, BEFORE = "2026-m09", "2025-m09"


def petitions(accepted: int, settled: int) -> dict[str, float]:
    return {"don_thu_ly": accepted, "don_da_giai_quyet": settled}


def figure(app: AppTest) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(app.get("plotly_chart")[0].proto.spec)
    return drawn


def far_apart(world: World) -> World:
    """Đồng Phú settles 60 of 100, last year 85; Thuận Lợi 195 of 200 in both; Đồng Tâm 3 of 12."""
    for unit_key, now, before in ((PHU, (100, 60), (100, 85)), (LOI, (200, 195), (200, 195))):
        world.report(unit_key, M09, petitions(*now))
        world.report(unit_key, BEFORE, petitions(*before))
    world.report(TAM, M09, petitions(12, 3))
    return world


def test_the_title_names_who_is_clearly_lower_and_numbers_open(dashboard: Open, communes: World) -> None:
    app = dashboard(far_apart(communes), "compare", base=BEFORE)
    text, asked = said(app), opens(app)
    assert "Thấp hơn hẳn mức chung 82,7\u202f%: Đồng Phú" in text
    assert "so 2 xã, phường có từ 20 đơn; 1 nơi ít hơn chỉ nêu số đếm" in text
    assert "Thấp hơn hẳn, dưới giới hạn 99,8 % (1)" in text
    assert "2/2 xã, phường nằm ngoài giới hạn 95 %; chỉ do ngẫu nhiên thì khoảng 0,1" in text
    assert "Nhiều hơn ngẫu nhiên" in text
    assert f"source:ty_le_giai_quyet@{PHU}" in asked and f"page:unit@{PHU}" in asked
    # a change within chance is counted, not listed
    moved = next(body for body in bodies(app) if "So với chính mình" in body)
    assert "1/2 xã, phường so được thì chưa thể nói là đã đổi" in moved
    assert "(85/100)" in moved and "▼ 25,0" in moved and "Thuận Lợi" not in moved
    # points carry their unit; small counts are hollow
    points = [trace for trace in figure(app)["data"] if trace["mode"] == "markers"]
    assert {key for trace in points for key in trace["customdata"]} == {PHU, LOI, TAM}
    small = next(trace for trace in points if trace["customdata"] == [TAM])
    assert small["marker"]["color"] == ["#FFFFFF"]


def test_among_its_like_the_limits_are_those_of_the_group(dashboard: Open, communes: World) -> None:
    text = said(dashboard(far_apart(communes), "compare", peers="many"))
    assert "trong nhóm: Nhiều: 200–200 đơn" in text
    assert "Chênh lệch với mức chung 97,5\u202f% chưa vượt ngẫu nhiên" in text


def test_a_commune_stands_named_among_the_others(dashboard: Open, communes: World) -> None:
    app = dashboard(far_apart(communes), "compare", place=TAM)
    assert "<b>Đồng Tâm</b>" in [note["text"] for note in figure(app)["layout"]["annotations"]]
    assert "Thuận Lợi" in said(app)


def test_without_the_two_counts_it_says_so(dashboard: Open, communes: World) -> None:
    communes.report(PHU, M09, {"tcd_luot": 5})
    text = said(dashboard(communes, "compare", place=PROVINCE))
    assert "Chưa có báo cáo nào có cả hai số làm nên tỷ lệ này trong kỳ." in text


def test_per_head_only_with_inhabitants(dashboard: Open, communes: World) -> None:
    world = far_apart(communes)
    assert "Chưa có tệp dân số" in said(dashboard(world, "compare"))
    for unit_key, received in ((PHU, 60), (LOI, 40), (TAM, 5)):
        world.report(unit_key, M09, {**petitions(100, 90), "don_tiep_nhan": received})
    for unit_key, persons in ((PHU, 20_000), (LOI, 40_000), (TAM, 10_000)):
        world.inhabitants(unit_key, 2025, persons, source="Niên giám 2025")
    app = dashboard(world, "compare")
    heads = next(body for body in bodies(app) if "trên 10.000 dân" in body)
    assert heads.index("Đồng Phú") < heads.index("Thuận Lợi") < heads.index("Đồng Tâm")
    assert ">30,0<" in heads and "20.000 (2025)" in heads and "cao hơn mức chung" in heads
    assert "Dân số: Niên giám 2025" in heads and f"source:don_tiep_nhan@{PHU}" in heads
