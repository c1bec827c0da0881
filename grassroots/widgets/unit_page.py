"""One unit: every measure it has, its reports, what it came from, and the units around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from grassroots.indicators import indicator, indicators
from grassroots.names import counted, unit_heading, unit_name
from grassroots.text import count, day, percent, points
from grassroots.text.numbers import maximum
from grassroots.units import Unit, ancestors, called_on, changes_of, children, predecessors, present_units
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, records, rows
from grassroots.widgets.facts import Facts, coverage_facts, petition_facts
from grassroots.widgets.headline import Number, movement, written
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.overview import communes_at_standard
from grassroots.widgets.picking import known_unit
from grassroots.widgets.render import render
from grassroots.widgets.scores import Scores
from grassroots.widgets.view import View, view

CODES = (
    "ty_le_giai_quyet",
    "don_qua_han",
    "tcd_luot",
    "tap_huan_lop",
    "tuyen_truyen_cuoc",
    "mo_hinh_cong_nhan",
)
SHOWN_ENTRIES = 8

Row = Mapping[str, Any]


def unit_facts(found: Mapping[str, Row]) -> Facts:
    """What the title of the page of one unit may say: petitions, after the unit's name."""
    current = view()
    facts = coverage_facts(page_foundation(), current)
    return {**facts, **petition_facts(found, [], current), "place": current.place_heading()}


def unit_score(at: Scores | None) -> tuple[Number, ...]:
    """A commune's points of the applicable maximum; of a larger unit how many communes reach the standard."""
    current = view()
    if at is None or current.place is None:
        return ()
    own = next((row for row in at.scored if row["unit_key"] == current.place.unit_key), None)
    if own is None:
        return communes_at_standard()
    passed = current.words("unit_page.passes" if own["passes"] else "unit_page.fails")
    return (
        Number(
            name=str(at.sheet[f"name_{current.language}"]),
            value=percent(own["share_percent"], current.language),
            counts=current.words(
                "unit_page.points",
                points=points(own["points"], current.language),
                maximum=maximum(own["maximum"], current.language),
            ),
            moved=None,
            tone="neutral",
            against=None,
            coverage=passed,
            source=f"source:{at.sheet['points_indicator']}",
            illustrative=bool(own["illustrative"]),
            confirmed=bool(own["confirmed"]),
        ),
    )


def unit_links(*shown: str) -> None:
    """Ways to other units, of the kinds ``shown``: above, before, after (in time), below, beside."""
    current = view()
    own = known_unit(current.place.unit_key) if current.place else None
    if own is None:
        return
    known = {row["unit_key"] for row in rows("places")}
    above = ancestors(own)
    below = children(own.unit_key)
    beside = [one for one in children(own.parent_key) if one != own] if own.parent_key else []
    groups = {
        "above": list(reversed(above)),
        "before": predecessors(own.unit_key),
        "after": present_units(own.unit_key),
        "below": below,
        "beside": beside if not below else [],
    }
    called = _titles(own, current) if "before" in shown else []
    body = render(
        "unit_links",
        current.language,
        groups={name: _links(groups[name], known, current) for name in shown if groups[name]},
        called=called,
    )
    clickable(body, key=f"unit_links_{shown[0]}")


def _titles(own: Unit, current: View) -> list[str]:
    """What a unit has been called since when and by which document, where that has changed."""
    changed = changes_of(own.unit_key)
    if not changed:
        return []
    former = unit_name(own.name, own.kind, current.language)
    until = day(changed[0].since - timedelta(days=1), current.language)
    return [
        current.words("unit_page.called_until", name=former, day=until),
        *(
            current.words(
                "unit_page.called_since",
                name=unit_name(change.name, change.kind, current.language),
                day=day(change.since, current.language),
                document=change.document,
            )
            for change in changed
        ),
    ]


def _links(units: Sequence[Unit], known: set[str], current: View) -> list[tuple[str, str | None]]:
    """Names, with the key of those that can be looked at."""
    return [
        (
            unit_heading(one.name, one.kind, current.language),
            one.unit_key if one.unit_key in known else None,
        )
        for one in (called_on(unit, date.today()) for unit in units)
    ]


def unit_measures(found: Mapping[str, Row]) -> None:
    """Every measure the unit has, by subject, each opening its source."""
    current = view()
    known = [found[code] for code in indicators() if found.get(code, {}).get("value") is not None]
    if not known:
        block_head(current.words("unit_page.measures"))
        nothing("sources")
        return
    subjects = [
        (subject, [_line(row, current) for row in group])
        for subject, group in groupby(known, key=lambda row: indicator(row["indicator"]).subject)
    ]
    body = render(
        "unit_measures",
        current.language,
        subjects=subjects,
        total=len(known),
        mixed=len({bool(row["illustrative"]) for row in known}) > 1,
    )
    clickable(body, key="unit_measures")


def _line(row: Row, current: View) -> dict[str, Any]:
    code = row["indicator"]
    moved, tone = movement(row, current)
    unit_vi = row.get("counted_unit") or indicator(code).unit_vi
    return {
        "code": code,
        "value": written(code, row, current),
        "counted": "" if indicator(code).kind == "ratio" else counted(unit_vi, current.language),
        "moved": moved,
        "tone": tone,
        "confirmed": row["confirmed"],
        "illustrative": bool(row["illustrative"]),
    }


def unit_entries() -> None:
    """Courses, models and commendations that the unit's reports name, the first few of each."""
    current = view()
    courses, awards = rows("training_courses"), rows("awards")
    body = render(
        "unit_entries",
        current.language,
        courses=sorted(courses, key=lambda row: (row["held_on"] is None, row["held_on"]))[:SHOWN_ENTRIES],
        awards=[row for row in awards if row["kind"] != "individual"][:SHOWN_ENTRIES],
        more_courses=len(courses) - SHOWN_ENTRIES,
        more_awards=len(awards) - SHOWN_ENTRIES,
        marks={bool(row["illustrative"]) for row in [*courses, *awards]},
    )
    clickable(body, key="unit_entries")


def unit_reports() -> None:
    """The unit's own reports of every period, newest first, with what is confirmed, wrong or replaced."""
    current = view()
    if current.place is None:
        return
    found = frame("reports", period=None)
    own = found[found["unit_key"] == current.place.unit_key]
    reports = sorted(
        records(own, "reports"), key=lambda row: (row["last_day"], row["loaded_at"]), reverse=True
    )
    fields = {"count": count(len(reports), current.language)}
    body = render(
        "unit_reports",
        current.language,
        reports=reports,
        caption=current.words("unit_page.reports_caption", **fields),
    )
    clickable(body, key="unit_reports")
