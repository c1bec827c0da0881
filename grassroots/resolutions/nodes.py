"""One place of a YAML file, with what may stand there: every wrong value is a fault that names the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from grassroots.resolutions.faults import ResolutionFault
from grassroots.resolutions.model import Words


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file and the way to it."""

    file: str
    path: str
    value: Any

    def fault(self, code: str, **details: str) -> ResolutionFault:
        return ResolutionFault(code, self.file, self.path or "·", **details)

    def mapping(self, required: set[str], optional: set[str] | None = None) -> dict[str, Node]:
        """The values below by their keys; a key that is missing or unknown is a fault."""
        if not isinstance(self.value, dict):
            raise self.fault("not_a_mapping")
        known = required | (optional or set())
        given = {str(key): value for key, value in self.value.items()}
        for key in given:
            if key not in known:
                raise self.fault("unknown_key", key=key, known=", ".join(sorted(known)))
        for key in sorted(required):
            if key not in given:
                raise self.fault("missing_key", key=key)
        return {key: self.below(key, value) for key, value in given.items()}

    def items(self) -> Iterator[Node]:
        """The entries of a list, of which there is at least one."""
        if not isinstance(self.value, list) or not self.value:
            raise self.fault("not_a_list")
        for number, value in enumerate(self.value):
            yield Node(self.file, f"{self.path}[{number}]", value)

    def below(self, key: str, value: Any) -> Node:
        return Node(self.file, f"{self.path}.{key}" if self.path else key, value)

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.fault("not_text")
        return self.value.strip()

    def words(self) -> Words:
        """Vietnamese and English."""
        said = self.mapping({"vi", "en"})
        return Words(said["vi"].text(), said["en"].text())

    def day(self) -> date | None:
        """A day as YAML reads ``2023-12-08``; None where the value is empty."""
        if self.value is None:
            return None
        if type(self.value) is not date:
            raise self.fault("not_a_day")
        return self.value

    def one_of(self, allowed: tuple[str, ...]) -> str:
        chosen = self.text()
        if chosen not in allowed:
            raise self.fault("not_allowed", found=chosen, allowed=", ".join(allowed))
        return chosen

    def number(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)) or self.value < 0:
            raise self.fault("not_a_number")
        return float(self.value)
