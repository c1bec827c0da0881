"""What became of a file of outlines, in sentences."""

from __future__ import annotations

from grassroots.boundaries.model import Outcome, UnusableOutlines
from grassroots.text import Language, count, decimal, t
from grassroots.units import unit

_SHOWN = 12


def outcome_lines(outcome: Outcome, language: Language) -> list[str]:
    """The report, a sentence a line; what was not matched or is missing comes last, a dozen of each."""

    def number(value: int) -> str:
        return count(value, language)

    lines = [
        t(
            "boundaries.done",
            language,
            units=number(outcome.units),
            vintage=t(f"boundaries.vintage.{outcome.vintage}", language),
            file=outcome.file_name,
        ),
        t(
            f"boundaries.matched_by.{outcome.by}",
            language,
            matched=number(outcome.matched),
            features=number(outcome.features),
        ),
        t(
            "boundaries.cleaned",
            language,
            repaired=number(outcome.repaired),
            overlaps=number(outcome.overlaps),
            area=decimal(outcome.overlap_area, language, 1),
            gaps=number(outcome.gaps),
        ),
    ]
    if outcome.missing:
        names = ", ".join(unit(key).full_name for key in outcome.missing[:_SHOWN])
        names += "…" if len(outcome.missing) > _SHOWN else ""
        lines.append(t("boundaries.missing", language, count=number(len(outcome.missing)), names=names))
    if outcome.unmatched:
        lines.append(t("boundaries.unmatched", language, count=number(len(outcome.unmatched))))
        for one in outcome.unmatched[:_SHOWN]:
            name = one.name or t("boundaries.no_name", language)
            why = t(f"boundaries.why.{one.why}", language)
            lines.append(
                "– " + t("boundaries.unmatched_line", language, number=one.number, name=name, why=why)
            )
        if len(outcome.unmatched) > _SHOWN:
            lines.append("– " + t("boundaries.more", language, count=number(len(outcome.unmatched) - _SHOWN)))
    return lines


def problem_sentence(problem: UnusableOutlines, file_name: str, language: Language) -> str:
    return t(f"boundaries.problem.{problem.code}", language, file=file_name, **problem.details)
