"""Models and commendations: from registered to replicated, by commune, on the map, and each by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from grassroots.maps import Spot, radius_of
from grassroots.masking import mask_names
from grassroots.names import unit_heading
from grassroots.text import count
from grassroots.text.catalogue import words
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.listing import Listing, listing
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.rate_map import map_and_legend
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.training import among
from grassroots.widgets.view import View, view

CODES = ("mo_hinh_cong_nhan", "mo_hinh_dang_ky", "mo_hinh_nhan_rong", "khen_thuong_tap_the",
         "khen_thuong_ca_nhan")  # fmt: skip
STAGES = {"registered": "mo_hinh_dang_ky", "recognised": "mo_hinh_cong_nhan", "effective": "mo_hinh_hieu_qua",
          "replicated": "mo_hinh_nhan_rong", "exemplary": "mo_hinh_tieu_bieu"}  # fmt: skip
_DOWNLOADED = ("name", "kind", "registered", "recognised", "effective", "replicated", "exemplary",
               "collectives", "individuals")  # fmt: skip
_COUNTS = _DOWNLOADED[2:]
MOST_NAMES = 12  # more names than that cover one another

Row = dict[str, Any]


def models_facts(found: Mapping[str, Mapping[str, Any]]) -> Facts:
    """What the title of the models page may say."""
    current = view()
    facts = coverage_facts(page_foundation(), current)
    values = {code: row["value"] for code, row in found.items() if row["value"] is not None}
    for field, code in (("registered", CODES[1]), ("recognised", CODES[0]), ("replicated", CODES[2])):
        if code in values:
            facts[field] = count(values[code], current.language)
    commended = [values[code] for code in CODES[3:] if code in values]
    if commended:
        facts["commended"] = count(sum(commended), current.language)
    return facts


def model_stages(found: Mapping[str, Mapping[str, Any]]) -> None:
    """Registered, recognised, effective, replicated and exemplary, as bars from zero."""
    current = view()
    stages = [
        {"stage": stage, "indicator": code, **{name: found.get(code, {}).get(name) for name in _SHOWN}}
        for stage, code in STAGES.items()
    ]
    known = [row["value"] for row in stages if row["value"] is not None]
    if not known:
        block_head(current.words("models.stages"))
        nothing("models")
        return
    body = render("model_stages", current.language, stages=stages, longest=max(*known, 1))
    clickable(body, key="model_stages")


_SHOWN = ("value", "illustrative", "confirmed")


def models_by_unit() -> None:
    """Models and commendations by commune; none told apart from not reported."""
    current = view()
    wider = among(current)
    communes = rows("models_by_unit", **wider)
    held, without, silent = by_standing(communes)
    if not held and not without:
        block_head(current.words("models.by_unit"))
        nothing("models")
        return
    known = [*held, *without]
    body = render(
        "models_units",
        current.language,
        bands=(("held", held), ("none", without), ("silent", silent)),
        mixed=len({bool(row["illustrative"]) for row in known}) > 1,
        columns=_columns(),
        own=current.place.unit_key if wider and current.place else None,
    )
    clickable(body, key="models_units")
    titles = {name: current.words(f"models.csv.{name}") for name in _DOWNLOADED}
    download(frame("models_by_unit", **wider), titles, "mo_hinh_khen_thuong")


def _columns() -> dict[str, str]:
    """Columns of the list and their indicators."""
    return {
        **{stage: STAGES[stage] for stage in ("registered", "recognised", "replicated")},
        "collectives": CODES[3],
        "individuals": CODES[4],
    }


def by_standing(communes: Sequence[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Communes with a model or commendation, most recognised first; those that report none; the rest."""
    silent = [row for row in communes if all(row[name] is None for name in _COUNTS)]
    known = [row for row in communes if any(row[name] is not None for name in _COUNTS)]
    held = [row for row in known if any(row[name] for name in _COUNTS)]
    held.sort(key=lambda row: (-(row["recognised"] or 0), -(row["registered"] or 0), row["name"]))
    return held, [row for row in known if not any(row[name] for name in _COUNTS)], silent


def models_map() -> None:
    """Recognised models by commune: the circle grows with them; localities commended are dark."""
    current = view()
    wider = among(current)
    communes = rows("models_by_unit", **wider)
    if not any(row["reported"] for row in communes):
        block_head(current.words("models.map"))
        nothing("map")
        return
    block_head(current.words("models.map"), current.words("models.map_caption"))
    silent = {row["unit_key"] for row in communes if all(row[name] is None for name in _COUNTS)}
    commended = {row["unit_key"] for row in rows("awards", **wider) if row["kind"] == "locality"} - silent
    commended &= {row["unit_key"] for row in communes}
    others = [row for row in communes if row["unit_key"] not in commended | silent]
    recognised = sum(bool(row["recognised"]) for row in others)
    legend = render(
        "models_legend",
        current.language,
        commended=len(commended),
        recognised=recognised,
        without=len(others) - recognised,
        silent=len(silent),
        total=len(communes),
        communes=current.communes(),
        accent=current.palette.accent,
        pale=current.palette.two_two[2],
    )
    largest = max((row["recognised"] or 0 for row in communes), default=0)
    named = commended if len(commended) <= MOST_NAMES else set()
    if wider and current.place:
        named = {current.place.unit_key}
    spots = [
        replace(
            _spot(row, row["unit_key"] in commended, largest, current),
            label=row["name"] if row["unit_key"] in named else None,
        )
        for row in communes
    ]
    map_and_legend(spots, legend, name="models", height=560, alt=current.words("models.map"))


def _spot(row: Row, commended: bool, largest: float, current: View) -> Spot:
    known = any(row[name] is not None for name in _COUNTS)
    name = unit_heading(row["name"], row["kind"], current.language)
    said = [
        current.words(f"models.hover.{field}", count=count(row[field], current.language))
        for field in ("registered", "recognised", "replicated")
        if row[field] is not None
    ]
    if commended:
        said.append(current.words("models.hover.locality"))
    if not known:
        said = [current.words("legend.missing")]
    return Spot(
        unit_key=row["unit_key"],
        longitude=row["longitude"],
        latitude=row["latitude"],
        radius=radius_of(row["recognised"] or 0, largest),
        colour=_colour(known, commended, current),
        hollow=known and not row["recognised"],
        unconfirmed=known and row["confirmed"] is False,
        hover=f"<b>{name}</b><br>" + "<br>".join(said),
    )


def _colour(known: bool, commended: bool, current: View) -> str | None:
    if not known:
        return None
    return current.palette.accent if commended else current.palette.two_two[2]


def awards_list() -> None:
    """Every model and commendation that reports name; a chosen one opens the words it was read from."""
    current = view()
    found = [{**row, "title": mask_names(row["name"]), "name": row["unit_name"], "kind": row["unit_kind"],
              "award": row["kind"]} for row in rows("awards")]  # fmt: skip
    block_head(current.words("models.list"), current.words("training.list_caption"))
    if not found:
        nothing("awards")
        return
    found.sort(key=lambda row: (KINDS.index(row["award"]), row["name"], row["title"]))
    listing(
        Listing(
            name="awards",
            rows=found,
            columns={
                current.words("models.column.award"): [
                    _called("award", row["award"], current) for row in found
                ],
                current.words("models.column.title"): [row["title"] for row in found],
                current.words("models.column.holder"): [row["holder"] or "" for row in found],
                current.words("models.column.stage"): [
                    _called("stage", row["stage"], current) for row in found
                ],
                current.words("models.column.level"): [
                    _called("level", row["level"], current) for row in found
                ],
                current.words("models.column.form"): [row["form"] or "" for row in found],
                current.words("models.column.field"): [row["subject_field"] or "" for row in found],
            },
            heading=lambda row: str(row["title"]),
        )
    )


KINDS = ("model", "locality", "collective", "individual")


def _called(group: str, code: str | None, current: View) -> str:
    """A code of a list in words; one the words don't know stays as it is."""
    if not code:
        return ""
    key = f"models.{group}.{code}"
    return current.words(key) if key in words(current.language) else code
