"""Petitions: settled by commune with intervals, the way from received to result, kinds, and reception."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.charts import scale_of
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, measures, records, rows
from grassroots.widgets.facts import Facts, coverage_facts, petition_facts, two_readings
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.view import view

_DOWNLOADED = (
    *("name", "kind", "accepted", "settled", "open", "open_in_time", "overdue", "rate_percent"),
    *("low_percent", "high_percent", "rank_first", "rank_last"),
)
_KINDS = {kind: f"{kind}_da_giai_quyet" for kind in ("kn", "tc", "kntc", "knpa")}
_RECEPTION = {
    "all": "tcd",
    "regular": "tcd_thuong_xuyen",
    "leaders": "tcd_lanh_dao",
    "scheduled": "tcd_dinh_ky",
    "unscheduled": "tcd_dot_xuat",
}
_COUNTED = {"visits": "luot", "persons": "nguoi", "matters": "vu_viec"}

Row = dict[str, Any]


def complaints_facts(found: Mapping[str, Mapping[str, Any]]) -> Facts:
    """What the title of the complaints page may say."""
    current = view()
    overdue = [row for row in rows("attention") if row["kind"] == "overdue"]
    return {
        **coverage_facts(page_foundation(), current),
        **petition_facts(found, overdue, current),
        **two_readings(found.get("don_thu_ly", {}), current),
    }


def rates_by_unit() -> None:
    """The ranked list: points with 95 % intervals, the place's own rate dotted, small counts apart."""
    current = view()
    found = frame("complaint_resolution_by_unit")
    communes = records(found, "complaint_resolution_by_unit")
    ranked, small, silent = sort_for_list(communes)
    if not ranked and not small:
        clickable(render("rates_head", current.language, caption=None), key="rates_head")
        nothing("complaints")
        return
    whole = measures().get("ty_le_giai_quyet", {}).get("value")
    body = render(
        "rates",
        current.language,
        ranked=ranked,
        small=small,
        silent=silent,
        scale=scale_of(row["low_percent"] for row in [*ranked, *small] if row["low_percent"] is not None),
        whole=whole,
        at=chosen_commune(current),
        place=current.place_name(),
        mixed=len({bool(row["illustrative"]) for row in [*ranked, *small]}) > 1,
        illustrative=any(row["illustrative"] for row in [*ranked, *small]),
    )
    clickable(body, key="rates")
    titles = {name: current.words(f"complaints.csv.{name}") for name in _DOWNLOADED}
    download(found, titles, "ty_le_giai_quyet_don")


def sort_for_list(communes: Sequence[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Ranked units best first, those with small counts the most petitions first, and those not reported."""
    ranked = [row for row in communes if row["rank_first"] is not None]
    silent = [row for row in communes if not row["reported"]]
    small = [row for row in communes if row["reported"] and row["rank_first"] is None]
    return (
        sorted(ranked, key=lambda row: (-row["rate_percent"], row["name"])),
        sorted(small, key=lambda row: (-(row["accepted"] or 0), row["name"])),
        silent,
    )


def petition_stages() -> None:
    """From received to result, as bars from zero."""
    found = rows("petition_stages")
    longest = max((row["value"] for row in found if row["value"] is not None), default=None)
    if longest is None:
        nothing("complaints")
        return
    body = render("stages", view().language, stages=found, longest=max(longest, 1))
    clickable(body, key="stages")


def petitions_by_kind() -> None:
    """Settled of accepted by kind; fewer than twenty without a rate."""
    found = [row for row in rows("petitions_by_kind") if row["accepted"] is not None]
    current = view()
    of_none = bool(current.scenario and current.scenario.settled)  # petitions supposed settled have no kind
    body = render("kinds", current.language, kinds=found, source=_KINDS, small=20, reported=of_none)
    clickable(body, key="kinds")


def reception_by_kind() -> None:
    """Visits, persons and matters at receptions: regular ones and those by leaders."""
    found = [row for row in rows("reception_by_kind") if any(row[name] is not None for name in _COUNTED)]
    body = render("reception", view().language, kinds=found, source=_RECEPTION, counted=_COUNTED)
    clickable(body, key="reception")
