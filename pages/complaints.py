"""Petitions and reception: the way to a result, settled by commune, kinds, the trend, receptions."""

from grassroots.widgets import (
    blocks,
    complaints_facts,
    headline,
    measures,
    page_title,
    petition_stages,
    petitions_by_kind,
    place_history,
    rate_map,
    rates_by_unit,
    reception_by_kind,
    resolution_trend,
    stacked,
)

found = measures()
page_title("complaints", complaints_facts(found), source="source:don_qua_han")
headline(
    found,
    "ty_le_giai_quyet",
    "don_dang_giai_quyet",
    "don_qua_han",
    "tcd_vu_viec",
    "tcd_lanh_dao_vu_viec",
    bars=False,
)
units, ways = blocks(17, 9, name="petitions", bordered=False)
by_unit, trend, history = stacked(units, ["petitions_by_unit", "petitions_trend", "petitions_history"])
where, stages, kinds, reception = stacked(
    ways, ["petitions_map", "petitions_stages", "petitions_kinds", "petitions_reception"]
)
with by_unit:
    rates_by_unit()
with trend:
    resolution_trend(found)
with history:
    place_history()
with where:
    rate_map()
with stages:
    petition_stages()
with kinds:
    petitions_by_kind()
with reception:
    reception_by_kind()
