"""What a pin is looked at under, in words."""

from __future__ import annotations

from grassroots.agenda import Pin
from grassroots.names import period_name
from grassroots.scenario import ScenarioFault, parse
from grassroots.scenario_words import sentence
from grassroots.widgets.supposed import named
from grassroots.widgets.view import View


def choices_said(pin: Pin, current: View) -> tuple[list[str], str | None]:
    """The place, period and other choices of a pin in words, and its scenario."""
    held = pin.choices
    said = [named(held["place"], current.language)] if "place" in held else []
    if "period" in held:
        said.append(period_name(held["period"], current.language))
    if held.get("base", "none") != "none":
        base = period_name(held["base"], current.language)
        said.append(current.words("filter.against", period=base))
    if held.get("confirmed") == "1":
        said.append(current.words("filter.confirmed"))
    try:
        scenario = parse(held.get("scenario", ""))
    except ScenarioFault:
        return said, held["scenario"]
    supposed = sentence(scenario, current.language, lambda key: named(key, current.language))
    return said, supposed if scenario else None
