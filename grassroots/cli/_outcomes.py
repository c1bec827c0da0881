"""What loading came to, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from grassroots.issue_words import number
from grassroots.names import indicator_name, period_name, unit_name
from grassroots.text import Language, t

if TYPE_CHECKING:
    from grassroots.store import ChangedFigure, FileResult, LoadSummary

_CHANGES_SHOWN = 12


def lines_of(result: FileResult, language: Language) -> Iterator[str]:
    """One file: what it is, for a revision which figures changed, how many issues."""
    if result.problem is not None:
        yield result.problem.sentence(result.file_name, language)
        return
    yield t(
        f"load.outcome.{result.outcome}",
        language,
        file=result.file_name,
        report=report_name(result, language),
        figures=number(result.figures, language),
    )
    for note in result.note_sentences(language):
        yield f"    {note}"
    if result.outcome == "revision":
        if not result.changed:
            yield t("load.outcome.changed_none", language)
        for change in result.changed[:_CHANGES_SHOWN]:
            yield _change(change, language)
        if len(result.changed) > _CHANGES_SHOWN:
            rest = len(result.changed) - _CHANGES_SHOWN
            yield t("load.outcome.changed_more", language, count=rest)
    if result.issues:
        yield t("load.outcome.issues", language, count=result.issues)


def report_name(result: FileResult, language: Language) -> str:
    """Unit and period: "xã Tân Hưng, 9 tháng năm 2026"."""
    from grassroots.units import unit

    if result.unit_key is None or result.period is None:
        return str(result.report_id)
    about = unit(result.unit_key)
    return f"{unit_name(about.name, about.kind, language)}, {period_name(result.period, language)}"


def totals(summary: LoadSummary, language: Language) -> Iterator[str]:
    """The summary: files, then how many became what."""
    if not summary.results:
        yield t("load.total.nothing", language)
        return
    yield t("load.total.files", language, count=number(len(summary.results), language))
    for outcome in ("new", "revision", "copy", "same", "failed"):
        found = sum(one.outcome == outcome for one in summary.results)
        if found:
            yield "  " + t(f"load.total.{outcome}", language, count=number(found, language))
    figures = sum(one.figures for one in summary.results if one.outcome in ("new", "revision"))
    yield "  " + t("load.total.figures", language, count=number(figures, language))


def _change(change: ChangedFigure, language: Language) -> str:
    absent = t("load.outcome.absent", language)
    return t(
        "load.outcome.changed",
        language,
        indicator=indicator_name(change.indicator, language),
        part=f" ({change.part})" if change.part else "",
        before=absent if change.before is None else number(change.before, language),
        now=absent if change.now is None else number(change.now, language),
    )
