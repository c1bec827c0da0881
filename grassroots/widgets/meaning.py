"""What an indicator means, one click from its number: definition, formula, legal basis and traps."""

from __future__ import annotations

from grassroots.indicators import Indicator, indicator
from grassroots.names import indicator_name
from grassroots.text import Language, t
from grassroots.text.catalogue import words

# Subjects with a law of their own; the others are measures of a council's resolution.
_WITH_LAW = ("reception", "petitions", "boards", "consultation", "scores")


def meaning(code: str, language: Language) -> list[tuple[str, str]]:
    """Label and sentence, in the order in which they are read.

    The definition and the traps are told of headline indicators, the formula and the law of every one.
    """
    known = indicator(code)
    law = known.subject if known.subject in _WITH_LAW else "measures"
    told = {
        "what": _where_told(f"meaning.what.{code}", language),
        "formula": _formula(known, language),
        "law": t(f"meaning.law.{law}", language),
        "trap": _where_told(f"meaning.trap.{code}", language),
    }
    return [(t(f"meaning.label.{name}", language), said) for name, said in told.items() if said]


def _formula(known: Indicator, language: Language) -> str:
    if known.kind != "ratio":
        return t(f"meaning.formula.{known.kind}", language)
    if known.numerator is None or known.denominator is None:
        return t("meaning.formula.stated", language)
    names = {
        "numerator": indicator_name(known.numerator, language),
        "denominator": indicator_name(known.denominator, language),
    }
    return t("meaning.formula.ratio", language, **names)


def _where_told(key: str, language: Language) -> str | None:
    return t(key, language) if key in words(language) else None
