"""Who issued a report: from the head's left column, the title, or the closing sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, cast

from grassroots.reading.lexicon import load
from grassroots.reading.model import Evidence
from grassroots.reading.twin import Twin, plain

if TYPE_CHECKING:
    from grassroots.reading.particulars import Texts

_LEVELS = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_COMMITTEE = re.compile(r"ủy ban nhân dân|\bubnd\b")
_CONTINUES = re.compile(rf"{_LEVELS}\s")
_NUMBER_LINE = re.compile(r"số\s*:|số\s*\d")
_NAMED = re.compile(
    rf"(?<!chủ tịch )(?:ủy ban nhân dân|ubnd)\s+({_LEVELS}\s+)((?:[^\W\d_]+(?: - | |-)?){{1,5}})"
)
_PARTY = re.compile(
    r"\b(tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|tỉnh đoàn|huyện đoàn|thành đoàn)\s+"
    r"(?!khối)((?:[^\W\d_]+(?: |-|$)){1,4}?)(?=\s*(?:[-–,]|$))"
)
_TITLE_AREA = re.compile(rf"(?<![^\W\d_])({_LEVELS})\s+((?:[^\W\d_]+(?: |-)?){{1,4}})")
_FROM_TITLE = 0.5  # the area that the title names is the unit's, but who reports is not said


@cache
def _names() -> dict[str, Any]:
    return cast(dict[str, Any], load("issuers"))


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(rf"{word}(?![^\W\d_])" for word in _names()["begins"]))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("|".join(_names()["ends"]))


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """The wordings of agencies, the longest first, and how each is spelt."""
    by_plain = {plain(name): name for name in _names()["spellings"]}
    longest = sorted(by_plain, key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, longest))})(?![^\W\d_])"), by_plain


def issuer_and_superior(
    texts: Texts, title: int, evidence: dict[str, Evidence]
) -> tuple[str | None, str | None]:
    found = _from_head(texts, title, evidence)
    if found is None:
        found = _from_sentences(texts, evidence) or _from_title(texts, title, evidence), None
    return found


def _from_head(
    texts: Texts, title: int, evidence: dict[str, Evidence]
) -> tuple[str | None, str | None] | None:
    """The head's agencies: the last is the issuer, the one before it its superior."""
    agencies: list[tuple[str, int, int]] = []  # words, first passage, last passage
    for index, twin in enumerate(texts.twins[: max(title, 1) + 1][:10]):
        text = twin.text.strip()
        if _NUMBER_LINE.match(text) or _ends().match(text):
            break
        if not text.strip("*-_ "):
            continue
        original = texts.passages[index].text.strip()
        if original != original.upper():
            break
        if agencies and _CONTINUES.match(text):
            words, first, _ = agencies[-1]
            agencies[-1] = (f"{words} {original}", first, index)
        elif _begins().match(text) or _CONTINUES.match(text):
            agencies.append((original, index, index))
        elif agencies:
            words, first, _ = agencies[-1]
            agencies[-1] = (f"{words} {original}", first, index)
        else:
            break
    if not agencies:
        return None
    words, first, _ = agencies[-1]
    evidence["issuer"] = texts.evidence(first, 0, len(texts.twins[first].text), 0.95)
    superior = agencies[-2] if len(agencies) > 1 else None
    if superior:
        evidence["superior"] = texts.evidence(superior[1], 0, len(texts.twins[superior[1]].text), 0.9)
    return _as_spoken(words), _as_spoken(superior[0]) if superior else None


def _from_sentences(texts: Texts, evidence: dict[str, Evidence]) -> str | None:
    """The committee named in the closing sentence or the first lines, else by the date line's place."""
    order = [
        *range(len(texts.twins) - 1, max(-1, len(texts.twins) - 40), -1),
        *range(min(8, len(texts.twins))),
    ]
    for index in order:
        twin = texts.twins[index]
        closing = twin.text.lstrip().startswith("trên đây là")
        if not closing and index >= 8:
            continue
        named = _named_committee(texts, index, twin)
        if named:
            evidence["issuer"] = texts.evidence(index, *named[1], 0.9 if closing else 0.6)
            return named[0]
    return None


def _named_committee(texts: Texts, index: int, twin: Twin) -> tuple[str, tuple[int, int]] | None:
    last: tuple[str, tuple[int, int]] | None = None
    for match in _NAMED.finditer(twin.text):
        start, end = twin.back(*match.span())
        name_start, name_end = twin.back(*match.span(2))
        name: list[str] = []
        for word in texts.passages[index].text[name_start:name_end].split():
            if not (word[0].isupper() or (name and word in "-–")):
                break
            name.append(word)
        if name and name[-1] in "-–":
            name.pop()
        if name:
            cut = texts.passages[index].text[start:end]
            length = cut.find(name[-1]) + len(name[-1])
            spelt = " ".join(name)
            spelt = _capitalised(spelt.lower()) if spelt.isupper() and len(name) > 1 else spelt
            last = f"UBND {match[1].strip()} {spelt}", (match.start(), match.start() + length)
    return last


def _from_title(texts: Texts, title: int, evidence: dict[str, Evidence]) -> str | None:
    """The area a title speaks of ("trên địa bàn tỉnh Cà Mau"), where nothing says who reports."""
    if not texts.twins[title].text.strip().startswith("báo cáo"):
        return None  # a press item
    for index in range(title, min(title + 3, len(texts.twins))):
        if len(texts.passages[index].text) > _LONGEST_TITLE:
            continue
        for match in _TITLE_AREA.finditer(texts.twins[index].text):
            start, end = texts.twins[index].back(*match.span(2))
            words = texts.passages[index].text[start:end].split()
            name = list(takewhile(lambda word: word[0].isupper(), words))
            if name:
                last = match.start(2) + len(" ".join(name))
                evidence["issuer"] = texts.evidence(index, match.start(), last, _FROM_TITLE)
                return f"{match[1]} {' '.join(name)}"
    return None


_LONGEST_TITLE = 300


def _as_spoken(words: str) -> str:
    """ "ỦY BAN NHÂN DÂN HUYỆN ĐỒNG PHÚ" → "UBND huyện Đồng Phú"; "HUYỆN ỦY BA BỂ" → "Huyện ủy Ba Bể"."""
    text = plain(re.sub(r"\s+", " ", words).strip(" -–*:"))
    text = _COMMITTEE.sub("UBND", text.replace("uỷ ban", "ủy ban"))
    pattern, spelt = _spellings()
    levels = list(re.finditer(rf"(?<![^\W\d_]){_LEVELS}\s+(?!ủy|đoàn)", text))
    name = levels[0].end() if levels else len(text)
    party = _PARTY.search(text)
    if party:
        name = min(name, party.start(2))
    head = pattern.sub(lambda found: spelt[found[0]], text[:name])
    tail = text[name:]
    if party and name == party.start(2):
        after = party.end(2) - name
        tail = _capitalised(tail[:after]) + pattern.sub(lambda found: spelt[found[0]], tail[after:])
    else:
        tail = _capitalised(tail)
    text = head + tail
    return text[:1].upper() + text[1:]


def _capitalised(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
