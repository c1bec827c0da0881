"""Whom and when a form is about, in the words that stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from grassroots.forms.layout import Layout
from grassroots.periods import Period
from grassroots.units import Unit, unit


@dataclass(frozen=True, slots=True)
class Subject:
    layout: Layout
    unit: Unit
    period: Period
    illustrative: bool
    unit_words: str  # "xã Tân Lập, huyện Đồng Phú, tỉnh Bình Phước"
    period_words: str  # "10 tháng năm 2024"
    superior: Unit | None

    @property
    def subtitle(self) -> str:
        return f"{_capital(self.unit_words)} · {_capital(self.period_words)}"

    @property
    def banner(self) -> str | None:
        words = self.layout.words
        return f"{words['illustrative']} · {words['illustrative_note']}" if self.illustrative else None

    @property
    def footer(self) -> str:
        mark = f" · {self.layout.words['illustrative']}" if self.illustrative else ""
        return f"{_capital(self.unit.full_name)}, {self.period_words}{mark}"


def subject_of(layout: Layout, about: Unit, period: Period, illustrative: bool) -> Subject:
    above = units_above(about)
    return Subject(
        layout=layout,
        unit=about,
        period=period,
        illustrative=illustrative,
        unit_words=unit_words(about),
        period_words=layout.period_words(period),
        superior=above[0] if above else None,
    )


def unit_words(about: Unit, within: Unit | None = None) -> str:
    """``xã Tân Lập, huyện Đồng Phú, tỉnh Bình Phước``; within the district just ``xã Tân Lập``."""
    names = [about.full_name]
    for above in units_above(about):
        if within and above.unit_key == within.unit_key:
            break
        names.append(above.full_name)
    return ", ".join(names)


def units_above(about: Unit) -> list[Unit]:
    """The units a unit belongs to, nearest first."""
    above: list[Unit] = []
    while about.parent_key:
        about = unit(about.parent_key)
        above.append(about)
    return above


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
