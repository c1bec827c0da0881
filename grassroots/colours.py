"""The colours of charts and maps on a light and on a dark page.

Brown–orange needs attention, blue is in order, grey is context. The further a class is from the background
the more attention it asks for, so a grey print keeps the order; each pair of classes stays apart for the
three kinds of colour blindness.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
ClassSet = Literal["two_two", "one_three", "three_one"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Hex colours of one theme. Class sets run from worst to best and turn blue at the median or the mark."""

    background: str
    surface: str
    text: str
    secondary_text: str
    accent: str
    bad: str
    context: str
    area_outline: str
    grid: str
    settled: str
    open_in_time: str
    overdue: str
    supposed: str
    two_two: tuple[str, ...]
    one_three: tuple[str, ...]
    three_one: tuple[str, ...]

    def classes(self, name: ClassSet) -> tuple[str, ...]:
        return {"two_two": self.two_two, "one_three": self.one_three, "three_one": self.three_one}[name]


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        background="#FFFFFF",
        surface="#F3F6F9",
        text="#16212C",
        secondary_text="#4F5E6C",
        accent="#0B5394",
        bad="#9A2F12",
        context="#84929F",
        area_outline="#5E6C79",
        grid="#E4E9EE",
        settled="#0B5394",
        open_in_time="#B4D2EA",
        overdue="#7A200D",
        supposed="#5B2E91",
        two_two=("#7A200D", "#C05621", "#7FAFD8", "#B4D2EA"),
        one_three=("#7A200D", "#7FAFD8", "#B4D2EA", "#DCEBF6"),
        three_one=("#7A200D", "#C05621", "#EBAF66", "#DCEBF6"),
    ),
    "dark": Palette(
        background="#10181F",
        surface="#18232D",
        text="#EEF2F5",
        secondary_text="#B3C0CB",
        accent="#8CC3F2",
        bad="#FFB27A",
        context="#8494A2",
        area_outline="#8C9AA6",
        grid="#26323D",
        settled="#5C9BD3",
        open_in_time="#2E5275",
        overdue="#FFB27A",
        supposed="#CDB2F5",
        two_two=("#FFB27A", "#D47535", "#42719E", "#27445F"),
        one_three=("#FFB27A", "#42719E", "#27445F", "#1B2E40"),
        three_one=("#FFB27A", "#D47535", "#8A4E24", "#1B2E40"),
    ),
}


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """``#0B5394`` → [11, 83, 148, 255], as deck.gl wants it."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)] + [alpha]


def mixed(first: str, last: str, share: float) -> str:
    """The colour that lies ``share`` of the way from the first to the last."""
    pairs = zip(rgb(first)[:3], rgb(last)[:3], strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)


def readable_on(fill: str) -> str:
    """Ink for words on a filled cell: dark or white, whichever has more contrast.

    Contrast is that of WCAG 2; with this dark ink both have the same at a relative luminance of 0.209.
    """
    shares = (int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#16212C" if luminance > 0.209 else "#FFFFFF"
