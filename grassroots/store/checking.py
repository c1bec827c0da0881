"""Checks that need the store: figures as decided, and a form against the narrative of the same period.

What reports contradict each other in is derived at each publication
(``queries/views/118_issue_across_table.sql``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from grassroots import checks, settings
from grassroots.store import schema
from grassroots.store.rows import Row, append, fetch


def recheck(connection: duckdb.DuckDBPyConnection, report_id: str) -> None:
    """Makes the issues of a report anew from its figures as decided: corrected, without rejected ones."""
    report = fetch(connection, "select * from report where report_id = $report_id", {"report_id": report_id})[
        0
    ]
    figures = effective_figures(connection, report_id)
    connection.execute(
        "delete from issue where report_id = $report_id and not list_contains($rules, rule)",
        {"report_id": report_id, "rules": _not_of_figures()},
    )
    append(connection, "issue", checks.issues_of(report_id, figures))
    append(connection, "issue", against_counterpart(connection, report, figures))


def follow_rules(connection: duckdb.DuckDBPyConnection) -> bool:
    """Checks every report anew when the rules differ from those it was checked by; True when they did."""
    files = [settings.REFERENCE / name for name in ("checks.csv", "indicators.csv")]
    current = schema.fingerprint(file for file in files if file.exists())
    if not files[0].exists() or schema.applied(connection, "checks") == current:
        return False
    with schema.transaction(connection):
        figures: dict[str, list[Row]] = defaultdict(list)
        for figure in fetch(connection, _EFFECTIVE, {"report_id": None}):
            figures[figure["report_id"]].append(figure)
        connection.execute(
            "delete from issue where not list_contains($rules, rule)", {"rules": _not_of_figures()}
        )
        found = [one for report_id, own in figures.items() for one in checks.issues_of(report_id, own)]
        append(connection, "issue", found)
        schema.record(connection, "checks", "all", current)
    return True


def _not_of_figures() -> list[str]:
    """Rules whose issues rest on more than the figures of one report."""
    return [rule.rule for rule in checks.rules().values() if rule.kind not in checks.OF_FIGURES]


def against_counterpart(
    connection: duckdb.DuckDBPyConnection, report: Mapping[str, Any], figures: Sequence[Mapping[str, Any]]
) -> list[Row]:
    """Differences between a report and its counterpart, as issues of the one that came later.

    Earlier issues of the pair are removed: these take their place.
    """
    other = _counterpart(connection, report)
    if other is None:
        return []
    report_id, other_id = str(report["report_id"]), str(other["report_id"])
    connection.execute(
        "delete from issue where rule = 'form_against_narrative' and report_id in ($one, $other)",
        {"one": report_id, "other": other_id},
    )
    theirs = effective_figures(connection, other_id)
    loaded_at = report.get("loaded_at")
    if loaded_at is not None and loaded_at < other["loaded_at"]:
        return checks.differences(other_id, theirs, figures)
    return checks.differences(report_id, figures, theirs)


def effective_figures(connection: duckdb.DuckDBPyConnection, report_id: str) -> list[Row]:
    """Figures of a report with the newest decision on each taken into account; rejected ones left out."""
    return fetch(connection, _EFFECTIVE, {"report_id": report_id})


_EFFECTIVE = """
    -- counted as written, which is how loading checks them, unless a person said otherwise
    select * replace (if(status = 'corrected', counted_unit, read_counted_unit) as counted_unit)
    from figure_decided
    where ($report_id is null or report_id = $report_id) and status <> 'rejected'
    order by report_id, ordinal
"""


def _counterpart(connection: duckdb.DuckDBPyConnection, report: Mapping[str, Any]) -> Row | None:
    """The newest version of the report of the other kind for this unit and period."""
    found = fetch(
        connection,
        """
        select report_id, loaded_at from report
        where unit_key = $unit_key and period = $period and source_kind <> $source_kind
            and first_day = $first_day and last_day = $last_day
            and illustrative = $illustrative and coalesce(scope, $scope, '') = coalesce($scope, scope, '')
            and report_id not in (select replaces from report where replaces is not null)
        order by loaded_at desc
        limit 1
        """,
        {key: report[key] for key in _SAME},
    )
    return found[0] if found else None


_SAME = ("unit_key", "period", "source_kind", "first_day", "last_day", "illustrative", "scope")
