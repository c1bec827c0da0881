"""A scenario in words, as the bar, the title and every export say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from grassroots.names import period_name
from grassroots.scenario import ALL, SILENT, Scenario, Settled
from grassroots.text import Language, count, decimal, percent, t

NAMED = 5  # units a sentence names; the rest are counted
Named = Callable[[str], str]


def changes(scenario: Scenario, language: Language, unit: Named, part: Named = str) -> list[str]:
    """One clause a change: ``giải quyết hết đơn quá hạn``; ``unit`` and ``part`` give names to keys."""
    return list(_changes(scenario, language, unit, part))


def sentence(scenario: Scenario, language: Language, unit: Named, part: Named = str) -> str:
    """All changes in one line, the first with a capital."""
    said = t("scenario.said.join", language).join(changes(scenario, language, unit, part))
    return said[:1].upper() + said[1:]


def _changes(scenario: Scenario, language: Language, unit: Named, part: Named) -> Iterator[str]:
    yield from _settled(scenario.settled, language, unit)
    if SILENT in scenario.left_out:
        yield t("scenario.said.out_silent", language)
    if named := [key for key in scenario.left_out if key != SILENT]:
        yield t("scenario.said.out_units", language, units=listed(named, language, unit))
    if scenario.missing != "missing":
        yield t(f"scenario.said.missing_{scenario.missing}", language)
    if scenario.only_confirmed is not None:
        yield t(f"scenario.said.confirmed_{'yes' if scenario.only_confirmed else 'no'}", language)
    if scenario.period is not None:
        yield t("scenario.said.period", language, period=period_name(scenario.period, language))
    if scenario.target is not None:
        yield t("scenario.said.target", language, percent=_percent(scenario.target, language))
    for _, mark in scenario.marks:
        yield t("scenario.said.mark", language, percent=_percent(mark, language))
    for code, weight in scenario.weights:
        places = 0 if weight == round(weight) else 1
        yield t("scenario.said.weight", language, part=part(code), weight=decimal(weight, language, places))


def _settled(settled: tuple[Settled, ...], language: Language, unit: Named) -> Iterator[str]:
    """Units of which all is settled come together; those with a count of their own one by one."""

    def alike(one: Settled) -> tuple[bool, str, bool]:
        return one.unit != ALL, one.which, one.count is not None

    for (named, which, counted), together in groupby(sorted(settled, key=alike), key=alike):
        group = list(together)
        if not named:
            amount = group[0].count
            key = "all" if amount is None else "some"
            yield t(f"scenario.said.{which}_{key}", language, count=count(amount or 0, language))
        elif not counted:
            units = listed([one.unit for one in group], language, unit)
            yield t(f"scenario.said.{which}_units", language, units=units)
        else:
            total = sum(one.count or 0 for one in group)
            units = listed([one.unit for one in group], language, unit)
            fields = {"count": count(total, language), "units": units}
            yield t(f"scenario.said.{which}_unit_some", language, **fields)


def listed(keys: list[str], language: Language, unit: Named) -> str:
    """Names joined by commas, five at most."""
    names = ", ".join(unit(key) for key in keys[:NAMED])
    more = len(keys) - NAMED
    return t("scenario.said.and_more", language, units=names, more=more) if more > 0 else names


def _percent(value: float, language: Language) -> str:
    return percent(value, language, 0 if value == round(value) else 1)
