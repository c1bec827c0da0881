"""What people decide on issues: accepted as it stands, to be corrected, or open again."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from grassroots.store import issue_decisions, journal, publishing
from grassroots.store.acting import DecisionRefused, Publish
from grassroots.store.folder import Folder
from grassroots.store.later import finish_publishing, publish_soon
from grassroots.store.rows import Row, fetch
from grassroots.store.writing import ensure_published, writing

Settling = Literal["accept", "will_correct", "reopen"]
_SAID = ("issue_id", "rule", "severity", "expected", "found", "details")


def settle_issue(
    issue_id: str,
    action: Settling,
    *,
    by: str,
    reason: str | None = None,
    stated: bool = True,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> str:
    """Decides on one issue as readers see it; gives the decision's identifier. Raises DecisionRefused.

    Accepting needs a reason. The journal keeps what the issue said: with other figures it is another.
    ``publish`` "soon": readers see it when the hand rests.
    """
    if not by.strip():
        raise DecisionRefused("no_name")
    if action == "accept" and not (reason or "").strip():
        raise DecisionRefused("acceptance_without_reason")
    store = Folder.of(folder)
    about = _issue(store, issue_id)
    with writing(store, publish=publish == "now") as connection:
        content = {"issue": about, "action": action, "reason": (reason or "").strip() or None}
        entry = journal.new_entry("settle_issue", by, {**content, "stated": stated})
        issue_decisions.apply(connection, journal.append(store.journal, [entry])[0])
    if publish == "soon":
        publish_soon(store)
    return entry.entry_id


def _issue(store: Folder, issue_id: str) -> Row:
    """An issue as the journal keeps it. Only published copies hold those between reports."""
    finish_publishing(store.path)
    ensure_published(store)
    newest = publishing.newest(store)
    assert newest is not None
    with publishing.open_copy(newest[1]) as copy:
        found = fetch(copy, _ISSUE, {"issue_id": issue_id})
    if not found:
        raise DecisionRefused("unknown_issue", issue_id=issue_id)
    return {"sha256": found[0]["sha256"], **{name: found[0][name] for name in _SAID}}


_ISSUE = """
    select issue_id, rule, severity, expected, found, details::varchar as details, sha256
    from issue_standing
    join report_file using (report_id)
    where issue_id = $issue_id
    order by not starts_with(sha256, report_id), added_at
    limit 1
"""
