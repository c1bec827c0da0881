"""How many were asked, answered, and were in favour, in the words of a consultation."""

from __future__ import annotations

import re
from functools import cache

from grassroots.reading.lists.wordings import ABOUT, NUMBER, amount, any_of, wordings


@cache
def _counts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns for one number each, the surest first; "x/y" gives how many were asked as well."""
    words = wordings("consultations")
    thing = any_of(words["counted"])
    plain = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,6})"
    one = rf"(?:(?P<about>{ABOUT})\s+)?(?P<number>{NUMBER})\s*(?:lượt\s+)?(?P<thing>{thing})"
    bare = rf"\s*:?\s*(?:là\s+)?(?P<number>{NUMBER})"
    of = rf"(?P<number>{plain})\s?/\s?(?P<total>{plain})\s*(?P<thing>{thing})"
    against, back, sent = (any_of(words[name]) for name in ("against", "back", "sent"))
    favour = rf"(?<!không ){any_of(words['favour'])}"
    ahead, short = r"[^,;.\d]{0,25}?", r"[^,;.\d]{0,20}?"
    patterns = (
        ("opposed", rf"{one}\s+(?:tham gia\s+)?{against}"),
        ("opposed", rf"{against}{bare}"),
        ("in_favour", rf"{of}{short}{favour}"),
        ("in_favour", rf"{one}{short}{favour}"),
        ("in_favour", rf"{favour}{bare}"),
        ("answered", rf"{back}{ahead}{of}"),
        ("answered", rf"{of}\s+(?:đã )?{back}"),
        ("answered", rf"{back}{ahead}{one}"),
        ("answered", rf"{one}\s+(?:đã )?{back}"),
        ("asked", rf"{sent}{ahead}{one}"),
        ("asked", rf"(?:đến|tới) {one}"),
    )
    return tuple((name, re.compile(look)) for name, look in patterns)


def answers_in(text: str) -> dict[str, int]:
    """What the text counts: asked, answered, in favour, opposed, opinions. Nothing of what is approximate."""
    found: dict[str, int] = {}
    taken: list[tuple[int, int]] = []
    for name, look in _counts():
        for match in look.finditer(text):
            groups = match.groupdict()
            at = match.span("number")
            if name in found or any(at[0] < end and start < at[1] for start, end in taken):
                continue
            taken.append(at)
            if groups.get("about"):
                continue
            found[name] = amount(groups["number"])
            if groups.get("total"):
                found.setdefault("asked", amount(groups["total"]))
                taken.append(match.span("total"))
            if name == "answered" and "ý kiến" in (groups.get("thing") or ""):
                found["opinions"] = found.pop("answered")
    if "asked" in found and "answered" not in found and "opinions" in found:
        found["answered"] = found.pop("opinions")  # opinions answer one by one what was sent out
    return found


def consistent(numbers: dict[str, int]) -> bool:
    """Nobody answers who was not asked, nor favours without having answered."""
    whole = [numbers[name] for name in ("asked", "answered", "in_favour") if name in numbers]
    return whole == sorted(whole, reverse=True)
