"""Models and commendations: from registered to replicated, by commune, on the map, and each by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.classes import Class
from grassroots.maps import State
from grassroots.masking import mask_names
from grassroots.text import count
from grassroots.text.catalogue import words
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.listing import Listing, listing
from grassroots.widgets.map_block import map_block
from grassroots.widgets.mapped import Subject
from grassroots.widgets.notices import nothing, page_foundation
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
    map_block(models_on_map(view()), height=560, width=340)


def models_on_map(current: View) -> Subject:
    """Rows of ``models_by_unit.sql`` with the localities commended in ``awards.sql``."""
    wider = among(current)

    def found(period: str | None) -> Sequence[Row]:
        own = {**wider, **({"period": period} if period else {})}
        commended = {row["unit_key"] for row in rows("awards", **own) if row["kind"] == "locality"}
        return [{**row, "locality": row["unit_key"] in commended} for row in rows("models_by_unit", **own)]

    return Subject(
        name="models",
        title=current.words("models.map"),
        rows=found,
        value=lambda row: row["recognised"],
        state=_state,
        said=lambda row: _said(row, current),
        count=lambda row: row["recognised"] or 0,
        captions={"own": current.words("models.legend.caption")},
        small=current.words("models.legend.registered"),
        missing=current.words("legend.missing"),
        ways=("own",),
        own=lambda _rows: _kinds(current),
        own_class=lambda row: 0 if row["locality"] else 1,
        named=lambda rows: _commended(rows, current),
        circles=current.words("models.map_caption"),
        counts_first=True,
    )


def _kinds(current: View) -> tuple[Class, Class]:
    """Communes with a locality commended, and the others that have recognised models."""
    palette = current.palette
    return (
        Class(None, None, palette.accent, 0, current.words("models.legend.locality")),
        Class(None, None, palette.two_two[2], 0, current.words("models.legend.recognised")),
    )


def _state(row: Mapping[str, Any]) -> State:
    if all(row[name] is None for name in _COUNTS):
        return "missing"
    return "class" if row["locality"] or row["recognised"] else "small"


def _commended(found: Sequence[Mapping[str, Any]], current: View) -> list[str]:
    if current.place and current.place.level == "commune":
        return [current.place.unit_key]
    commended = [row["unit_key"] for row in found if row["locality"] and _state(row) == "class"]
    return commended if len(commended) <= MOST_NAMES else []


def _said(row: Mapping[str, Any], current: View) -> tuple[str, ...]:
    said = [
        current.words(f"models.hover.{field}", count=count(row[field], current.language))
        for field in ("recognised", "registered", "replicated")
        if row[field] is not None
    ]
    if row["locality"]:
        said.append(current.words("models.hover.locality"))
    return tuple(said)


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
