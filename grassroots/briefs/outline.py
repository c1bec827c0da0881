"""The outline of a consolidated report: its sections, the statements of each, and the annex they belong to.

I leadership; II results, one part for each measure that the Law on Grassroots Democracy (10/2022/QH15,
Art. 86) names; III assessment; IV tasks. What a statement says stands under ``brief.said`` in the words of
both languages, with the indicators' codes as its fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grassroots.text.catalogue import words

# Part of section II → its annexes: the statements whose figures one table by unit holds.
RESULTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "training": (("training",),),
    "communication": (
        ("communication", "consultation", "dialogue", "conventions"),
        ("voting", "voters"),
    ),
    "duty": (
        ("reception",),
        ("scheduled", "days", "groups"),
        ("received", "forwarded", "settled", "open"),
        ("complaints", "denunciations", "proposals"),
        ("conferences", "inspection_boards", "board_advice", "investment_boards"),
        ("front", "mediation"),
    ),
    "digital": (("digital", "portals"),),
    "awards": (("models", "awards", "inspections", "violations"),),
}
_FIELD = re.compile(r"\{(\w+)\}")


def template(statement: str) -> str:
    """The key of a statement's words."""
    return f"brief.said.{statement}"


def codes(statements: tuple[str, ...]) -> list[str]:
    """The indicators of these statements in order, each once."""
    said = words("vi")
    return list(dict.fromkeys(code for one in statements for code in _FIELD.findall(said[template(one)])))


def groups() -> Iterator[tuple[str, ...]]:
    """The statements of each annex, in order."""
    for of_part in RESULTS.values():
        yield from of_part


def statements() -> Iterator[str]:
    """All statements, in order."""
    for group in groups():
        yield from group
