"""What a population file brought, or why it can't be used, as sentences."""

from __future__ import annotations

from grassroots.population import UnusablePopulation
from grassroots.text import Language, count, t


def done_sentence(file_name: str, rows: int, units: int, years: tuple[int, ...], language: Language) -> str:
    """One sentence of what was taken in."""
    fields = {"rows": count(rows, language), "units": count(units, language)}
    return t("population.done", language, file=file_name, years=", ".join(map(str, years)), **fields)


def refused_lines(refused: UnusablePopulation, file_name: str, language: Language) -> list[str]:
    """What is wrong with a file, the file first, then line by line."""
    lines = [t("population.refused", language, file=file_name)]
    for fault in refused.faults:
        why = t(f"population.problem.{fault.code}", language, **fault.details)
        lines.append(t("population.line", language, line=fault.line, why=why) if fault.line else why)
    if refused.more:
        lines.append(t("population.more", language, count=count(refused.more, language)))
    return lines
