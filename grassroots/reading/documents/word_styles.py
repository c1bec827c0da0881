"""What styles say of the text that has them: its font, whether it is hidden, its numbering and rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grassroots.reading.documents.word_names import W, is_on

_DEEPEST = 20  # styles that build on each other


@dataclass(frozen=True, slots=True)
class Style:
    """``None``: the style doesn't say. ``numbering`` is the number of a list and a level."""

    font: str | None = None
    hidden: bool | None = None
    numbering: tuple[str, int] | None = None
    heading: bool = False


class Styles:
    """The document's styles by their identifier, with what they inherit."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._known: dict[str, Style] = {}
        self.default = Style()
        if root is None:
            return
        self.default = _said(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), None, "")
        for style in root.iter(f"{W}style"):
            self._elements[style.get(f"{W}styleId", "")] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.default = _over(self.named(style.get(f"{W}styleId", "")), self.default)

    def named(self, identifier: str | None) -> Style:
        if identifier is None:
            return Style()
        if identifier not in self._known:
            self._known[identifier] = self._inherited(identifier)
        return self._known[identifier]

    def _inherited(self, identifier: str) -> Style:
        found = Style()
        for _ in range(_DEEPEST):
            element = self._elements.get(identifier)
            if element is None:
                break
            name = element.find(f"{W}name")
            said = _said(
                element.find(f"{W}rPr"),
                element.find(f"{W}pPr/{W}numPr"),
                "" if name is None else name.get(f"{W}val", ""),
            )
            found = _over(found, said)
            parent = element.find(f"{W}basedOn")
            if parent is None:
                break
            identifier = parent.get(f"{W}val", "")
        return found


def numbering_of(element: Any) -> tuple[str, int] | None:
    """The list and level that a ``w:numPr`` names."""
    if element is None:
        return None
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    deep = "0" if level is None else level.get(f"{W}val", "0")
    return (
        "" if number is None else number.get(f"{W}val", ""),
        int(deep) if deep.isascii() and deep.isdigit() else 0,
    )


def font_of(properties: Any) -> str | None:
    """The font that a ``w:rPr`` names."""
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return None
    named: str | None = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or fonts.get(f"{W}cs")
    return named


def hidden_by(properties: Any) -> bool | None:
    vanish = None if properties is None else properties.find(f"{W}vanish")
    return None if vanish is None else is_on(vanish)


def _said(properties: Any, numbering: Any, name: str) -> Style:
    return Style(
        font_of(properties),
        hidden_by(properties),
        numbering_of(numbering),
        name.lower().startswith("heading"),
    )


def _over(style: Style, below: Style) -> Style:
    return Style(
        style.font or below.font,
        below.hidden if style.hidden is None else style.hidden,
        style.numbering or below.numbering,
        style.heading or below.heading,
    )
