"""Which report a file is: one that is stored already, another copy of one, a revision of one, or a new one.

- The same bytes are the same file: nothing happens.
- A report of the same kind, unit, period and number with the same content is another copy of it.
- With other content it is a revision: it supersedes the stored one, or, issued earlier, is superseded by it.
- A report on other matters (no indicator in common) or of the other scope stands beside it, as a form and a
  narrative of one period do.
- Official statistical forms are other matters than the tool's own form, and a workbook of them replaces one
  all of whose forms it holds: a single form sent later doesn't take the place of a workbook of four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from grassroots.store.outcome import ChangedFigure, Outcome
from grassroots.store.preparing import Prepared
from grassroots.store.rows import Row, fetch
from grassroots.units import fold


@dataclass(frozen=True, slots=True)
class Identity:
    """``outcome`` new, revision or copy. For a revision: whom it replaces, and who must now replace it."""

    outcome: Outcome
    report_id: str
    replaces: str | None = None
    replaced_by: str | None = None
    changed: tuple[ChangedFigure, ...] = ()


def is_known(connection: duckdb.DuckDBPyConnection, sha256: str) -> str | None:
    """The report that has a file of these bytes."""
    row = connection.execute(
        "select report_id from report_file where sha256 = $sha256", {"sha256": sha256}
    ).fetchone()
    return None if row is None else str(row[0])


def identify(connection: duckdb.DuckDBPyConnection, prepared: Prepared) -> Identity:
    for chain in _chains(_relatives(connection, prepared.report)):
        stored = [content_of(connection, version["report_id"]) for version in chain]
        for version, content in zip(chain, stored, strict=True):
            if _is_copy(prepared, version, content):
                return Identity("copy", version["report_id"])
        if _same_matters(prepared.lists, stored[0]):
            return _revision(prepared, chain, stored)
    return Identity("new", prepared.report_id)


def _relatives(connection: duckdb.DuckDBPyConnection, report: Mapping[str, Any]) -> list[Row]:
    return fetch(
        connection,
        """
        select report_id, number, issued_on, scope, replaces, loaded_at
        from report
        where unit_key = $unit_key and period = $period and source_kind = $source_kind
            and illustrative = $illustrative and coalesce(scope, $scope, '') = coalesce($scope, scope, '')
        order by loaded_at desc, report_id
        """,
        {key: report[key] for key in ("unit_key", "period", "source_kind", "illustrative", "scope")},
    )


def _chains(reports: list[Row]) -> list[list[Row]]:
    """Reports with what each replaces, newest version first."""
    by_id = {report["report_id"]: report for report in reports}
    replaced = {report["replaces"] for report in reports}
    chains = []
    for report in reports:
        if report["report_id"] not in replaced:
            chain, at = [report], report
            while (before := by_id.get(at["replaces"])) is not None:
                chain.append(at := before)
            chains.append(chain)
    return chains


def _revision(prepared: Prepared, chain: list[Row], stored: list[dict[str, list[Row]]]) -> Identity:
    """Later in the chain than everything issued later than it; by day of issue, else by order of loading."""
    day = prepared.report["issued_on"]
    above, below, content = None, chain[0]["report_id"], stored[0]
    for at, version in enumerate(chain):
        if day is None or version["issued_on"] is None or version["issued_on"] <= day:
            break
        older = chain[at + 1]["report_id"] if at + 1 < len(chain) else None
        above, below, content = version["report_id"], older, stored[min(at + 1, len(chain) - 1)]
    return Identity("revision", prepared.report_id, below, above, _changes(content, prepared.lists))


def _is_copy(prepared: Prepared, version: Row, content: Mapping[str, list[Row]]) -> bool:
    numbers = {_number(prepared.report["number"]), _number(version["number"])} - {None}
    if len(numbers) > 1 or _figures(prepared.lists) != _figures(content):
        return False
    if _cells(prepared.lists) != _cells(content):
        return False
    # Word and PDF cut lists and tables differently; a workbook's are its own.
    return prepared.report["source_kind"] != "form" or _lists(prepared.lists) == _lists(content)


def _number(written: str | None) -> str | None:
    """A number without its spaces; a draft, whose number is blank, has none."""
    folded = "".join((written or "").split()).casefold()
    return folded if folded and folded[0].isdigit() else None


def _same_matters(one: Mapping[str, list[Row]], other: Mapping[str, list[Row]]) -> bool:
    forms, held = ({form["form"] for form in lists["report_form"]} for lists in (one, other))
    if forms or held:
        return bool(held) and held <= forms
    mine, theirs = ({figure["indicator"] for figure in lists["figure"]} for lists in (one, other))
    return bool(mine & theirs) or not mine or not theirs


def content_of(connection: duckdb.DuckDBPyConnection, report_id: str) -> dict[str, list[Row]]:
    """What was read of a stored report, as far as it tells reports apart."""
    return {table: fetch(connection, query, {"report_id": report_id}) for table, query in _CONTENT.items()}


_CONTENT = {  # a figure that a person added or a decision kept was not read from the file
    "figure": """
        select indicator, part, part_unit_key, part_period, value
        from figure where report_id = $report_id and read_by not in ('kept', 'person') order by ordinal""",
    "score": """
        select unit_key, sheet, criterion, points, maximum, self_points, council_points, evidence
        from score where report_id = $report_id""",
    "training_course": """
        select topic, held_on, days, participants, audience
        from training_course where report_id = $report_id""",
    "award": "select kind, name, holder, stage, level, form from award where report_id = $report_id",
    "inspection": """
        select held_on, inspected_by, topic, inspected, units, planned, found
        from inspection where report_id = $report_id""",
    "consultation": """
        select draft, asked_by, asked_whom, held_on, deadline, asked, answered, opinions, taken_up
        from consultation where report_id = $report_id""",
    "vote": """
        select matter, held_in, held_on, way, entitled, voted, voted_online, agreed, result
        from vote where report_id = $report_id""",
    "dialogue": """
        select topic, chaired_by, held_on, attended, opinions, settled
        from dialogue where report_id = $report_id""",
    "report_form": "select form from report_form where report_id = $report_id",
    "form_cell": """
        select form, column_number, heading, row_name, value from form_cell where report_id = $report_id""",
}


def _figures(lists: Mapping[str, Iterable[Row]]) -> Counter[Hashable]:
    return Counter((_key(figure), round(figure["value"], 6)) for figure in lists["figure"])


def _key(figure: Row) -> tuple[str, str | None]:
    """Indicator and part, the part as resolved where it was, else as written."""
    resolved = figure["part_unit_key"] or figure["part_period"]
    return figure["indicator"], resolved or (fold(figure["part"]) if figure["part"] else None)


def _scores(lists: Mapping[str, Iterable[Row]]) -> Counter[Hashable]:
    fields = (
        "unit_key",
        "sheet",
        "criterion",
        "points",
        "maximum",
        "self_points",
        "council_points",
        "evidence",
    )
    return Counter(tuple(score[name] for name in fields) for score in lists["score"])


def _cells(lists: Mapping[str, Iterable[Row]]) -> Counter[Hashable]:
    fields = ("form", "column_number", "heading", "row_name", "value")
    return Counter(tuple(cell[name] for name in fields) for cell in lists["form_cell"])


def _lists(lists: Mapping[str, Iterable[Row]]) -> list[Counter[Hashable]]:
    counted = [_scores(lists)]
    for table, fields in _LISTED.items():
        counted.append(Counter(tuple(row[name] for name in fields.split()) for row in lists[table]))
    return counted


_LISTED = {
    "training_course": "topic held_on days participants audience",
    "award": "kind name holder stage level form",
    "inspection": "held_on inspected_by topic inspected units planned found",
    "consultation": "draft asked_by asked_whom held_on deadline asked answered opinions taken_up",
    "vote": "matter held_in held_on way entitled voted voted_online agreed result",
    "dialogue": "topic chaired_by held_on attended opinions settled",
}


def _changes(before: Mapping[str, list[Row]], now: Mapping[str, list[Row]]) -> tuple[ChangedFigure, ...]:
    """Figures that differ, in the order of the newer report, then those it no longer has."""
    old = {_key(figure): figure for figure in reversed(before["figure"])}
    new = {_key(figure): figure for figure in reversed(now["figure"])}
    changes = []
    for key in dict.fromkeys([_key(figure) for figure in (*now["figure"], *before["figure"])]):
        was, is_now = old.get(key), new.get(key)
        value_before, value_now = (figure["value"] if figure else None for figure in (was, is_now))
        if value_before != value_now:
            part = (is_now or was or {}).get("part")
            changes.append(ChangedFigure(key[0], part, value_before, value_now))
    return tuple(changes)
