"""Checks that need the store: figures as decided, and a form against the narrative of the same period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from grassroots import checks
from grassroots.store.rows import Row, append, fetch


def recheck(connection: duckdb.DuckDBPyConnection, report_id: str) -> None:
    """Makes the issues of a report anew from its figures as decided: corrected, without rejected ones."""
    report = fetch(connection, "select * from report where report_id = $report_id", {"report_id": report_id})[
        0
    ]
    figures = effective_figures(connection, report_id)
    arithmetic = [rule.rule for rule in checks.rules().values() if rule.kind in checks.OF_FIGURES]
    connection.execute(
        "delete from issue where report_id = $report_id and list_contains($rules, rule)",
        {"report_id": report_id, "rules": arithmetic},
    )
    append(connection, "issue", checks.issues_of(report_id, figures))
    append(connection, "issue", against_counterpart(connection, report, figures))


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
    return fetch(
        connection,
        """
        with newest as (
            select figure_id, arg_max(action, position) as action, arg_max(value, position) as value,
                arg_max(indicator, position) as indicator, arg_max(part, position) as part,
                arg_max(part_unit_key, position) as part_unit_key,
                arg_max(part_period, position) as part_period
            from (select * from decision_standing order by decision_id)
            where figure_id in (select figure_id from figure where report_id = $report_id)
            group by figure_id
        )
        select figure.* replace (
            coalesce(newest.value, figure.value) as value,
            coalesce(newest.indicator, figure.indicator) as indicator,
            if(newest.part is null, figure.part, nullif(newest.part, '')) as part,
            if(newest.part is null, figure.part_unit_key, newest.part_unit_key) as part_unit_key,
            if(newest.part is null, figure.part_period, newest.part_period) as part_period
        )
        from figure left join newest using (figure_id)
        where report_id = $report_id and newest.action is distinct from 'reject'
            and (newest.action is not null or figure.read_by not in ('kept', 'person'))
        order by ordinal
        """,
        {"report_id": report_id},
    )


def _counterpart(connection: duckdb.DuckDBPyConnection, report: Mapping[str, Any]) -> Row | None:
    """The newest version of the report of the other kind for this unit and period."""
    found = fetch(
        connection,
        """
        select report_id, loaded_at from report
        where unit_key = $unit_key and period = $period and source_kind <> $source_kind
            and illustrative = $illustrative and coalesce(scope, $scope, '') = coalesce($scope, scope, '')
            and report_id not in (select replaces from report where replaces is not null)
        order by loaded_at desc
        limit 1
        """,
        {key: report[key] for key in ("unit_key", "period", "source_kind", "illustrative", "scope")},
    )
    return found[0] if found else None
