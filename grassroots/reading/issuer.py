"""Who issued a report: from the head's left column, the title, or the closing sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grassroots.reading.model import Evidence
from grassroots.reading.twin import Twin

if TYPE_CHECKING:
    from grassroots.reading.particulars import Texts

_LEVELS = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_COMMITTEE = re.compile(r"ủy ban nhân dân|\bubnd\b")
_AGENCY_BEGINS = re.compile(
    r"ủy ban|ubnd|hđnd|hội đồng|sở|phòng|thanh tra|ban|văn phòng|chi cục|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|"
    r"trung tâm|mặt trận|công an|cục|bộ|trường|bệnh viện|chính phủ"
)
_CONTINUES = re.compile(rf"{_LEVELS}\s")
_HEAD_ENDS = re.compile(r"số\s*:|cộng hòa|độc lập|báo cáo|đảng cộng sản|trích báo cáo")
_NAMED = re.compile(
    rf"(?<!chủ tịch )(?:ủy ban nhân dân|ubnd)\s+({_LEVELS}\s+)((?:[^\W\d_]+(?: - | |-)?){{1,5}})"
)
_DATE_LINE = re.compile(r"^\W*([^\W\d_][^,\d]{1,30}),\s*ngày\b")


def issuer_and_superior(
    texts: Texts, title: int, evidence: dict[str, Evidence]
) -> tuple[str | None, str | None]:
    found = _from_head(texts, title, evidence)
    if found is None:
        found = _from_sentences(texts, evidence), None
    return found


def _from_head(
    texts: Texts, title: int, evidence: dict[str, Evidence]
) -> tuple[str | None, str | None] | None:
    """The head's agencies: the last is the issuer, the one before it its superior."""
    agencies: list[tuple[str, int, int]] = []  # words, first passage, last passage
    for index, twin in enumerate(texts.twins[: max(title, 1) + 1][:10]):
        text = twin.text.strip()
        if _HEAD_ENDS.match(text):
            break
        original = texts.passages[index].text.strip()
        if original != original.upper():
            break
        if agencies and _CONTINUES.match(text):
            words, first, _ = agencies[-1]
            agencies[-1] = (f"{words} {original}", first, index)
        elif _AGENCY_BEGINS.match(text) or _CONTINUES.match(text):
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


def _as_spoken(words: str) -> str:
    """ "ỦY BAN NHÂN DÂN HUYỆN ĐỒNG PHÚ" → "UBND huyện Đồng Phú"."""
    text = re.sub(r"\s+", " ", words).strip(" -*:").lower()
    text = _COMMITTEE.sub("UBND", text.replace("uỷ ban", "ủy ban"))
    match = re.search(rf"(?<![^\W\d_]){_LEVELS}\s+", text)
    if match:
        text = text[: match.end()] + _capitalised(text[match.end() :])
    text = re.sub(r"\b(hđnd|mttq|ttn)\b", lambda found: found[0].upper(), text)
    return text[:1].upper() + text[1:]


def _capitalised(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
