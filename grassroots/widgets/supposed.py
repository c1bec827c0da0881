"""The scenario in the URL, and the view of a page under it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from grassroots import queries, units
from grassroots.names import unit_name
from grassroots.periods import Period
from grassroots.scenario import Scenario, ScenarioFault, parse
from grassroots.scenario_words import sentence
from grassroots.text import Language
from grassroots.widgets.data import reader
from grassroots.widgets.view import View, choose, chosen, set_view, view

# Pages of what was reported and decided: a scenario changes nothing there, and the bar says so.
PAGES_OF_FACTS = ("reports", "review", "sources")


def supposing(current: View, page: str) -> View:
    """The view of a page under the scenario that the URL holds; as it is where there is none."""
    scenario = scenario_chosen()
    if not scenario or current.place is None or current.period is None or page in PAGES_OF_FACTS:
        return current
    period = scenario.period or current.period
    base = current.base
    if base is not None and period != current.period:
        at = Period.parse(period)
        base = at.same_period_of(at.year - 1).code
    only_confirmed = current.only_confirmed if scenario.only_confirmed is None else scenario.only_confirmed
    return replace(
        current, period=period, base=base, only_confirmed=only_confirmed, scenario=scenario, reported=current
    )


def supposing_again() -> View:
    """The view of a fragment that runs by itself: the scenario may have changed since the frame was drawn."""
    current = view()
    return set_view(supposing(current.reported or current, ""))


def scenario_chosen() -> Scenario | None:
    """The scenario of the URL; None where there is none, or one that can't be read."""
    try:
        return parse(chosen("scenario") or "") or None
    except ScenarioFault:
        return None


def scenario_fault() -> ScenarioFault | None:
    """What is wrong with the scenario of the URL."""
    try:
        parse(chosen("scenario") or "")
    except ScenarioFault as fault:
        return fault
    return None


def suppose(scenario: Scenario | None) -> None:
    """Puts a scenario into the URL; None goes back to the real figures."""
    choose("scenario", str(scenario) if scenario else None)


def at_hand() -> Scenario:
    """The scenario of the view, or an empty one to begin with."""
    return view().scenario or Scenario()


@contextmanager
def as_reported(*, read_alike: bool = True) -> Iterator[View]:
    """What is asked inside is answered as reported. ``read_alike``: a place as the scenario must read it."""
    current = view()
    real = current.reported or current
    as_sum = read_alike and current.scenario is not None and current.scenario.as_sum
    set_view(replace(real, as_sum=as_sum))
    try:
        yield real
    finally:
        set_view(current)


def said(current: View) -> str:
    """The scenario of a view in one line of words."""
    scenario = current.scenario or Scenario()
    return sentence(
        scenario,
        current.language,
        lambda key: named(key, current.language),
        lambda part: part_named(part, current.language),
    )


def part_named(part: str, language: Language) -> str:
    """What a part of a composite is called; its code where the reference has none of that name."""
    found = queries.run(reader(), "composite_parts")
    names = found[found["part"] == part][f"name_{language}"].tolist()
    return str(names[0]).lower() if names else part


def named(unit_key: str, language: Language) -> str:
    """A unit's name inside a sentence; its key where the units of this store have none."""
    try:
        known = units.unit(unit_key)
    except KeyError:
        return unit_key
    return unit_name(known.name, known.kind, language)
