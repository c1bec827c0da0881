"""Overview: the numbers a chairman asks for, where attention is needed, the map and the trend."""

from grassroots.widgets import (
    attention,
    blocks,
    communes_at_standard,
    either,
    headline,
    measures,
    overview_facts,
    page_title,
    rate_map,
    resolution_trend,
)

found = measures()
page_title("overview", overview_facts(found), source="source:ty_le_giai_quyet")
headline(
    found,
    "ty_le_giai_quyet",
    "don_qua_han",
    either(found, "tcd_luot", "tcd_vu_viec"),
    "tap_huan_lop",
    "mo_hinh_cong_nhan",
    more=communes_at_standard(),
)
where, what, trend = blocks(10, 8, 8)
with where:
    rate_map()
with what:
    attention()
with trend:
    resolution_trend(found)
