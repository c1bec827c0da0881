"""What may be supposed: presets, petitions, the target and mark, silent communes, unconfirmed figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from grassroots.scenario import ALL, SILENT, Missing, Scenario, Settled, Which
from grassroots.scenario_presets import presets
from grassroots.text import count
from grassroots.widgets.outcome import Outcome, Row
from grassroots.widgets.supposed import at_hand, suppose
from grassroots.widgets.view import view

_OFFERED = 200  # communes that a list to choose from may hold; a country's are chosen on the map


def preset_choice(found: Outcome) -> None:
    """Scenarios one click away; a second click takes one back."""
    offered = presets().of(str(found.sheet["sheet"]) if found.sheet else None)
    current, at = view(), at_hand()
    held = [name for name, preset in offered.items() if at.holds(preset)]

    def picked() -> None:
        wanted, scenario = set(st.session_state["what_if_preset"]), at
        for name in held:
            if name not in wanted:
                scenario = scenario.less(offered[name])
        for name in offered:
            if name in wanted and name not in held:
                scenario = scenario.joined(offered[name])
        suppose(scenario)

    _set("what_if_preset", held)
    st.pills(
        current.words("scenario.controls"),
        list(offered),
        selection_mode="multi",
        key="what_if_preset",
        format_func=lambda name: current.words(f"scenario.preset.{name}"),
        on_change=picked,
        label_visibility="collapsed",
    )


def settling(found: Outcome) -> None:
    """Which petitions, in which communes, and how many of them are taken for settled."""
    current = view()
    at = at_hand()
    which: Which = at.settled[0].which if at.settled else "overdue"
    available = _available(found, which)
    named = [one.unit for one in at.settled if one.unit in available]
    _switch(
        "what_if_which", "scenario.which", ["overdue", "open"], which,
        lambda code: current.words(f"scenario.which_{code}"),
        lambda code: suppose(_settle_other(found, at, cast(Which, code), named)),
    )  # fmt: skip
    _where(found, at, which, available, named)
    _how_many(at, which, available, named)


def _settle_other(found: Outcome, at: Scenario, which: Which, units: list[str]) -> Scenario:
    """The same communes with petitions of the other kind settled; nothing where nothing was."""
    return _settle(at, which, units, None, _available(found, which)) if at.settled else at


def _available(found: Outcome, which: Which) -> dict[str, int]:
    """Petitions that each commune could settle besides, the most first."""
    rows = sorted(found.now.communes.values(), key=lambda row: (-(row[which] or 0), row["name"]))
    return {row["unit_key"]: int(row[which]) for row in rows if row[which]}


def _where(found: Outcome, at: Scenario, which: Which, available: dict[str, int], named: list[str]) -> None:
    current = view()
    if not 1 < len(available) <= _OFFERED:
        return
    rows = found.now.communes

    def called(key: str) -> str:
        fields = {"name": rows[key]["name"], "count": count(available[key], current.language)}
        return current.words("scenario.unit_count", **fields)

    _set("what_if_where", named)
    st.multiselect(
        current.words("scenario.where"),
        list(available),
        key="what_if_where",
        format_func=called,
        placeholder=current.words("scenario.where_all"),
        on_change=lambda: suppose(_settle(at, which, st.session_state["what_if_where"], None, available)),
    )


def _how_many(at: Scenario, which: Which, available: dict[str, int], named: list[str]) -> None:
    current = view()
    meant = {key: available[key] for key in named} if named else available
    total = sum(meant.values())
    if not total:
        return
    counts = {one.unit: one.count for one in at.settled}
    if named:
        value = sum(meant[key] if counts[key] is None else min(counts[key] or 0, meant[key]) for key in named)
    else:
        value = min(total if (ALL in counts and counts[ALL] is None) else counts.get(ALL) or 0, total)
    _set("what_if_count", value)
    st.slider(
        current.words("scenario.how_many"), 0, total, key="what_if_count", format="%d",
        on_change=lambda: suppose(_settle(at, which, named, st.session_state["what_if_count"], meant)),
    )  # fmt: skip
    fields = {"count": count(value, current.language), "total": count(total, current.language)}
    st.caption(current.words("scenario.how_many_of", **fields))


def _settle(
    at: Scenario, which: Which, units: list[str], wanted: int | None, available: dict[str, int]
) -> Scenario:
    """A number of petitions settled: in these communes, else wherever most are, the most first."""
    total = sum(available.get(key, 0) for key in units) if units else sum(available.values())
    if wanted is not None and wanted >= total:
        wanted = None
    if not units:
        nothing = wanted == 0 or not (at.settled or wanted is not None)
        return replace(at, settled=() if nothing else (Settled(which, ALL, wanted),))
    settled, left = [], total if wanted is None else wanted
    for key in sorted(units, key=lambda key: -available.get(key, 0)):
        taken = min(left, available.get(key, 0))
        left -= taken
        settled.append(Settled(which, key, None if taken == available.get(key, 0) else taken))
    return replace(at, settled=tuple(sorted(settled)))


def aims(found: Outcome) -> None:
    """The target for the resolution rate, and the pass mark of the score sheet."""
    current, at, target = view(), at_hand(), presets().target
    _set("what_if_target", round(found.target))

    def aim() -> None:
        suppose(replace(at, target=_unless(st.session_state["what_if_target"], target.rate)))

    st.slider(
        current.words("scenario.target"),
        round(target.least),
        round(target.most),
        key="what_if_target",
        format="%d",
        on_change=aim,
    )
    if found.sheet is None:
        return
    sheet, own = str(found.sheet["sheet"]), float(found.sheet["pass_percent"])
    _set("what_if_mark", round(dict(at.marks).get(sheet, own)))
    st.slider(
        current.words("scenario.pass_mark", sheet=found.sheet[f"name_{current.language}"]), 50, 100,
        key="what_if_mark", format="%d",
        on_change=lambda: suppose(at.mark(sheet, _unless(st.session_state["what_if_mark"], own))),
    )  # fmt: skip


def _unless(value: int, usual: float) -> float | None:
    return None if value == usual else float(value)


def silent_communes(found: Outcome) -> None:
    """How communes that have not reported are counted, and who is left out."""
    current, at = view(), at_hand()
    silent = sum(1 for row in found.now.communes.values() if not row["reported"])
    if current.place is None or current.place.level == "commune":
        return
    state = "out" if SILENT in at.left_out else at.missing
    _switch(
        "what_if_silent", "scenario.silent", ["missing", "last_year", "zero", "out"], state,
        lambda code: current.words(f"scenario.silent_{code}"),
        lambda code: suppose(_count_silent(at, code)), count=count(silent, current.language),
    )  # fmt: skip
    rows: dict[str, Row] = dict(found.now.communes)
    if len(rows) > _OFFERED:
        return
    named = [key for key in at.left_out if key in rows]
    _set("what_if_out", named)
    st.multiselect(
        current.words("scenario.left_out"),
        sorted(rows, key=lambda key: str(rows[key]["name"])),
        key="what_if_out",
        format_func=lambda key: str(rows[key]["name"]),
        placeholder="–",
        on_change=lambda: suppose(_leave_out(at, st.session_state["what_if_out"])),
    )


def _count_silent(at: Scenario, code: str) -> Scenario:
    without = replace(at, left_out=tuple(key for key in at.left_out if key != SILENT), missing="missing")
    if code == "out":
        return without.leave_out(SILENT)
    return replace(without, missing=cast(Missing, code))


def _leave_out(at: Scenario, units: list[str]) -> Scenario:
    silent = [SILENT] if SILENT in at.left_out else []
    return replace(at, left_out=tuple(sorted([*units, *silent])))


def confirmed_choice(found: Outcome) -> None:
    """Unconfirmed figures counted or left out, whatever the filter above says."""
    current, at = view(), at_hand()
    real = (current.reported or current).only_confirmed
    wanted = real if at.only_confirmed is None else at.only_confirmed
    unsure = sum(1 for row in found.now.communes.values() if row["reported"] and not row["confirmed"])
    _switch(
        "what_if_confirmed", "scenario.unconfirmed", ["all", "out"], "out" if wanted else "all",
        lambda code: current.words(f"scenario.unconfirmed_{code}"),
        lambda code: suppose(replace(at, only_confirmed=None if (code == "out") == real else code == "out")),
        count=count(unsure, current.language),
    )  # fmt: skip


def _switch(
    key: str, label: str, offered: list[str], at: str, called: Callable[[str], str],
    chosen: Callable[[str], None], **fields: Any,
) -> None:  # fmt: skip
    _set(key, at)
    st.segmented_control(
        view().words(label, **fields),
        offered,
        key=key,
        required=True,
        format_func=called,
        on_change=lambda: chosen(st.session_state[key]),
    )


def _set(key: str, value: Any) -> None:
    st.session_state[key] = value
