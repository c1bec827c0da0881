"""What a narrative report says of itself: who, when, for which period, about what area.

The layout is that of Decree 30/2020/NĐ-CP; a text without it (a press item, an extract) is asked for less.
Whatever is found keeps the words it rests on, with how sure it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from grassroots.reading.issuer import issuer_and_superior
from grassroots.reading.model import Evidence, Particulars, Passage, Place, Scope
from grassroots.reading.period_told import period_told
from grassroots.reading.twin import Twin, twin_of

_HEAD_PASSAGES = 16
_NUMBER = re.compile(
    r"số\s*:?\s*(\d{1,5})?\s*(/\s*[a-zđ][\wđ-]*(?:-[\wđ]+)*|-\s*bc\s*/\s*[a-zđ][\wđ-]*)"  # Party: 55-BC/TU
)
_DATED = re.compile(r"ngày\s*(\d{1,2}|\.*)\s*tháng\s*(\d{1,2}|\.*)\s*năm\s*(20\d\d|19\d\d)")
_ILLUSTRATIVE = re.compile(r"số liệu minh họa|illustrative data")
_WHOLE_AREA = re.compile(
    r"trên địa bàn (?:toàn )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
)
_OWN_AGENCY = re.compile(
    r"(?:trong|tại|của) (?:nội bộ )?cơ quan, đơn vị mình|trong hoạt động (?:nội bộ )?của cơ quan|"
    r"tại cơ quan (?:ubnd|sở|phòng)"
)


class Texts:
    """The passages with their twins, and quotes from them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.twins = [twin_of(passage.text) for passage in passages]

    def evidence(self, index: int, start: int, end: int, sure: float) -> Evidence:
        first, last = self.twins[index].back(start, end)
        passage = self.passages[index]
        return Evidence(passage.text[first:last], Place(passage.number, first, last), sure)


def particulars_of(passages: Sequence[Passage]) -> Particulars:
    texts = Texts(passages)
    evidence: dict[str, Evidence] = {}
    title = _title_index(texts.twins)
    number = _number(texts, evidence)
    issued_on, issued_year = _date(texts, title, evidence)
    issuer, superior = issuer_and_superior(texts, title, evidence)
    told = period_told(texts, title, issued_on, issued_year, evidence)
    return Particulars(
        issuer=issuer,
        superior=superior,
        number=number,
        issued_on=issued_on,
        period=told.period,
        first_day=told.first_day,
        last_day=told.last_day,
        scope=_scope(texts, title, issuer, evidence),
        illustrative=_illustrative(texts, evidence),
        evidence=evidence,
        candidates=told.candidates,
    )


def _title_index(twins: Sequence[Twin]) -> int:
    """The passage where the title begins: "BÁO CÁO", or else the first one."""
    for index, twin in enumerate(twins[:30]):
        if re.match(r"(?:trích )?báo cáo\b", twin.text.strip()):
            return index
    return 0


def _number(texts: Texts, evidence: dict[str, Evidence]) -> str | None:
    for index, twin in enumerate(texts.twins[:_HEAD_PASSAGES]):
        match = _NUMBER.match(twin.text.strip()) or re.search(r"báo cáo (" + _NUMBER.pattern + ")", twin.text)
        if not match or "bc" not in match[0]:
            continue
        offset = len(twin.text) - len(twin.text.lstrip()) if match.re is _NUMBER else 0
        evidence["number"] = texts.evidence(index, offset + match.start(), offset + match.end(), 1.0)
        digits, series = match.groups()[-2:]
        if not digits:
            return None
        found = re.search(rf"{digits}\s*[-/]\s*[^\s,;.]+(?:\s*/\s*[^\s,;.]+)?", evidence["number"].quote)
        return re.sub(r"\s", "", found[0]) if found else digits + series.upper()
    return None


def _date(texts: Texts, title: int, evidence: dict[str, Evidence]) -> tuple[date | None, int | None]:
    """The day of issue, and its year, which a draft gives even where the day is blank."""
    for index, twin in enumerate(texts.twins[: max(title, _HEAD_PASSAGES)]):
        match = _DATED.search(twin.text)
        if not match or len(twin.text) > 120:
            continue
        day, month, year = match.groups()
        evidence["issued_on"] = texts.evidence(index, match.start(), match.end(), 1.0)
        try:
            return date(int(year), int(month), int(day)), int(year)
        except ValueError:
            return None, int(year)
    return None, None


def _scope(texts: Texts, title: int, issuer: str | None, evidence: dict[str, Evidence]) -> Scope | None:
    for pattern, scope, sure in ((_OWN_AGENCY, "own_agency", 0.8), (_WHOLE_AREA, "whole_area", 0.9)):
        for index in range(title, min(title + 5, len(texts.twins))):
            match = pattern.search(texts.twins[index].text)
            if match:
                evidence["scope"] = texts.evidence(index, match.start(), match.end(), sure)
                return "own_agency" if scope == "own_agency" else "whole_area"
    return None


def _illustrative(texts: Texts, evidence: dict[str, Evidence]) -> bool:
    for index, twin in enumerate(texts.twins):
        match = _ILLUSTRATIVE.search(twin.text)
        if match:
            evidence["illustrative"] = texts.evidence(index, match.start(), match.end(), 1.0)
            return True
    return False
