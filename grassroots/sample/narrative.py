"""What a narrative report says: paragraphs in order, and the figures that each of them is meant to give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from grassroots.forms.layout import layout
from grassroots.periods import Period
from grassroots.sample import story
from grassroots.sample.chance import Chance
from grassroots.sample.facts import Facts

_FIELD = re.compile(r"\{(\w+)\}")
_PLAIN = frozenset({"unit", "period", "year", "next_year"})
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``figures`` by indicator: exactly what a reader should find in ``text``, nothing else."""

    kind: Literal["heading", "text"]
    text: str
    figures: Mapping[str, float]


@cache
def _sentences() -> dict[str, Any]:
    text = Path(__file__).with_name("sentences.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def intended(facts: Facts) -> dict[str, float]:
    """Every figure the document of these facts gives, by indicator."""
    return {code: value for paragraph in paragraphs(facts) for code, value in paragraph.figures.items()}


def paragraphs(facts: Facts) -> list[Paragraph]:
    """The body, from the opening to the closing sentence."""
    return list(_Telling(facts).all())


class _Telling:
    """One report being put into words; wordings are drawn once for each report."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.values = dict(facts.values) | _rate(facts)
        self.chance = Chance("wording", facts.unit.unit_key, facts.period.code)
        self.plain = {
            "unit": facts.unit.full_name,
            "period": period_words(facts.period),
            "year": str(facts.period.year),
            "next_year": str(facts.period.year + 1),
        }

    def all(self) -> Iterator[Paragraph]:
        words = _sentences()
        yield self._said(self.chance.pick(words["openings"]))
        for roman, section in zip(_ROMAN, words["sections"], strict=False):
            yield Paragraph("heading", f"{roman}. {section['title']}", {})
            yield from self._statements(section.get("statements", []))
            for number, part in enumerate(section.get("parts", []), 1):
                told = list(self._statements(part["statements"]))
                if told:
                    yield Paragraph("heading", f"{number}. {part['title']}", {})
                    yield from told
        yield self._said(words["closing"])

    def _statements(self, statements: list[dict[str, Any]]) -> Iterator[Paragraph]:
        for statement in statements:
            if "clauses" in statement:
                clauses = [each["say"] for each in statement["clauses"] if self._stands(each, each["say"])]
                if clauses:
                    yield self._said(statement["lead"] + "; ".join(clauses) + ".")
                continue
            wording = self.chance.pick(statement["say"])
            if self._stands(statement, wording):
                yield self._said(wording, statement.get("says_zero", ()))

    def _stands(self, statement: dict[str, Any], wording: str) -> bool:
        """Whether every figure is known, and the statement is for a report like this."""
        codes = _codes(wording)
        if any(code not in self.values for code in (*codes, *statement.get("only", ()))):
            return False
        only = statement.get("only", {})
        fits = all((self.values[code] == 0) == (how == "zero") for code, how in only.items())
        return fits and (
            not codes
            or bool({"only", "always"} & statement.keys())
            or any(self.values[code] for code in codes)
        )

    def _said(self, wording: str, says_zero: Sequence[str] = ()) -> Paragraph:
        text = _FIELD.sub(self._written, wording.strip())
        shown = {code: self._shown(code) for code in _codes(wording)}
        return Paragraph("text", text, shown | dict.fromkeys(says_zero, 0.0))

    def _written(self, match: re.Match[str]) -> str:
        code = match[1]
        if code in _PLAIN:
            return self.plain[code]
        number = figure_words(self._shown(code))
        return f"gần {number}" if self._approximate(code) else number

    def _shown(self, code: str) -> float:
        value = self.values[code]
        return float(-(-value // 100) * 100) if self._approximate(code) else value

    def _approximate(self, code: str) -> bool:
        return story.APPROXIMATE.get((self.facts.unit.unit_key, self.facts.period.code)) == code


def _codes(wording: str) -> list[str]:
    """The indicators of a wording, in order."""
    return [code for code in _FIELD.findall(wording) if code not in _PLAIN]


def figure_words(value: float) -> str:
    """As offices write figures: 06, 126, 7.156, 77,5."""
    if value != int(value):
        return f"{value:,.2f}".rstrip("0").translate(str.maketrans(",.", ".,"))
    return f"{int(value):02d}" if 0 < value < 10 else f"{int(value):,}".replace(",", ".")


def period_words(period: Period) -> str:
    return layout().period_words(period)


def _rate(facts: Facts) -> dict[str, float]:
    """The stated resolution rate, rounded to two decimals; one report states another."""
    accepted = facts.values["don_thu_ly"]
    if not accepted:
        return {}
    wrong = story.WRONG_RATE.get((facts.unit.unit_key, facts.period.code), 0.0)
    return {"ty_le_giai_quyet": round(100 * facts.values["don_da_giai_quyet"] / accepted + wrong, 2)}
