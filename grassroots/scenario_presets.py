"""What the page of what-ifs offers at first, from ``data/reference/scenarios.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from grassroots.scenario import Scenario, parse
from grassroots.settings import REFERENCE


@dataclass(frozen=True, slots=True)
class Target:
    """The resolution rate aimed at and the ends of its slider, in percent."""

    rate: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Presets:
    target: Target
    texts: Mapping[str, str]

    def of(self, sheet: str | None) -> dict[str, Scenario]:
        """The presets by name, with the score sheet in force; without one, those that need none."""
        return {
            name: parse(text.replace("@sheet", sheet or ""))
            for name, text in self.texts.items()
            if sheet is not None or "@sheet" not in text
        }


@cache
def presets() -> Presets:
    """Raises ``KeyError`` or ScenarioFault where the file can't be followed."""
    read = yaml.safe_load((REFERENCE / "scenarios.yml").read_text(encoding="utf-8"))
    target = read["target"]
    return Presets(
        Target(float(target["rate"]), float(target["from"]), float(target["to"])), dict(read["presets"])
    )
