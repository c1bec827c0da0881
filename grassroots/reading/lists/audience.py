"""How many took part in a course, and who they were."""

from __future__ import annotations

import re
from functools import cache

from grassroots.reading.lists.wordings import ABOUT, NUMBER, amount, any_of, wordings


@cache
def _counted() -> re.Pattern[str]:
    words = wordings("courses")
    people, audience = any_of(words["people"]), any_of(words["audience"])
    return re.compile(
        rf"(?P<each>mỗi [^,;]{{0,12}})?(?:(?P<about>{ABOUT})\s+)?"
        rf"(?P<number>{NUMBER})\s*(?:(?P<people>{people})\s*)?"
        rf"(?:(?:là|gồm|bao gồm|:)\s*)?(?:các\s+)?(?P<audience>{audience})?|"
        rf"(?:học viên|người)(?: tham)?(?: dự)?\s*:?\s*(?P<bare>{NUMBER})(?!\s*(?:lớp|ngày))"
    )


def people_of(text: str, start: int) -> tuple[int | None, tuple[int, int] | None]:
    """How many took part, where they are counted exactly, and where it stands who they were."""
    for match in _counted().finditer(text, start):
        if match["bare"]:
            return amount(match["bare"]), _whom(text, start)
        if not (match["people"] or match["audience"]):
            continue
        span = _whom(text, start)
        if match["audience"]:
            span = match.start("audience"), _audience_end(text, match.end("audience"))
        return None if match["about"] or match["each"] else amount(match["number"]), span
    return None, _whom(text, start)


def _whom(text: str, start: int) -> tuple[int, int] | None:
    """ "cho đội ngũ cán bộ, công chức": who they were, without a number."""
    audience = any_of(wordings("courses")["audience"])
    told = re.compile(rf"(?:cho|dành cho|đối với)\s+(?:các\s+|đội ngũ\s+)?(?={audience})").search(text, start)
    return (told.end(), _audience_end(text, told.end())) if told else None


def _audience_end(text: str, at: int) -> int:
    words = wordings("courses")
    audience = any_of(words["audience"])
    for match in re.finditer(rf"[,(;:.]|{any_of(words['audience_ends'])}", text[at:]):
        if match.start() == 0 and match[0] not in ",(;:.":
            continue
        if match[0] == "," and re.match(rf"\s*(?:các )?{audience}", text[at + match.end() :]):
            continue
        if match[0] == "," and re.match(
            r"\s*(?:tổ dân phố|khu phố|ấp|xã|phường|thị trấn)\b", text[at + match.end() :]
        ):
            continue
        return at + match.start()
    return len(text)
