"""Models by name, commendations of somebody named, localities chosen as examples.

Counts ("05 tập thể, 12 cá nhân") are figures; a row needs a name: of a model in quotation marks, of an agency
or a place with its capitals, of a person after a form of address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from grassroots.reading.lists.clauses import Clause, Document, is_result, other_year
from grassroots.reading.lists.names import Name, name_at, names_in
from grassroots.reading.lists.wordings import CAPITAL, NUMBER, amount, any_of, pattern, wordings
from grassroots.reading.model import Award

_QUOTED = re.compile(r'"([^"]{4,120})"')
_STAGE_REACH = 70  # characters around a model's name


def awards_of(document: Document) -> Iterator[Award]:
    seen: set[tuple[str, str, str | None]] = set()
    for clause in document.clauses:
        if other_year(clause, document.years):
            continue
        for award in (*_models(clause), *_commendations(clause), *_localities(clause)):
            key = award.kind, award.name.casefold(), award.stage
            if key not in seen:
                seen.add(key)
                yield award


def _models(clause: Clause) -> Iterator[Award]:
    text = clause.text
    quoted = list(_QUOTED.finditer(text))
    last: re.Match[str] | None = None  # the model named before in a list of them
    for at, match in enumerate(quoted):
        follows = last is not None and _goes_on(text, last.end(), match.start())
        if not (_is_called_model(text, match.start()) or follows) or _is_movement(match[1]):
            continue
        last = match
        first = match.start() if not follows else max(0, match.start())
        end = quoted[at + 1].start() if at + 1 < len(quoted) else len(text)
        stage = _stage(text, match.start(), match.end(), end)
        if not is_result(clause, match.start()) and stage is None:
            continue
        if stage is None and not follows and not pattern("awards", "working").search(text[: match.start()]):
            continue
        holder = _holder(clause, match.start(), match.end(), end)
        quote, place = clause.quoted(max(0, text.rfind(",", 0, max(0, first - 30)) + 1), end)
        yield Award(
            kind="model",
            name=clause.words(match.start(1), match.end(1)),
            holder=holder,
            stage=stage,
            level=_recognised_by(text[: match.start()], text[match.end() : end]) if stage else None,
            form=None,
            subject_field=_field(text[match.end() : end]),
            quote=quote,
            place=place,
        )


def _is_called_model(text: str, start: int) -> bool:
    """ "mô hình “…”", but not "25 mô hình “…”", which counts, nor "mô hình … của phong trào “…”"."""
    called = list(pattern("awards", "model").finditer(text, max(0, start - 60), start))
    said = called[-1] if called else None
    if said is None or '"' in text[said.end() : start]:
        return False
    between = text[said.end() : start]
    if len(between) > 26 or "," in between.strip(" ,:"):
        return False
    if re.search(r"(?:như|gồm|là|:)\s*$", between):  # "12 mô hình mới như “…”, “…”"
        return not pattern("awards", "not_models").search(between)
    many = re.search(rf"({NUMBER})\s+$", text[: said.start()])
    return not (many and amount(many[1]) > 1) and not pattern("awards", "not_models").search(between)


def _goes_on(text: str, end: int, start: int) -> bool:
    """Between two names of one list stand a comma, a holder, "mô hình"; no word for a movement."""
    between = text[end:start]
    return (
        len(between) <= 80
        and bool(re.match(r"\s*(?:[,;(]|và |của |tại |ở )", between))
        and not pattern("awards", "not_models").search(between)
        and bool(re.search(r"(?:[,;]|và|với|mô hình|câu lạc bộ|tổ|nhóm)\s*$", between))
    )


def _is_movement(name: str) -> bool:
    return bool(pattern("awards", "movements").match(name)) or bool(
        re.fullmatch(any_of(wordings("awards")["movements"]), name.strip())
    )


def _stage(text: str, start: int, stop: int, end: int) -> str | None:
    """What is said of the model after its name, else right before."""
    after = re.split(r"[;.]|, (?:mô hình|trong đó)", text[stop:end])[0][: _STAGE_REACH + 40]
    before = text[max(0, start - _STAGE_REACH) : start]
    before = before[max(before.rfind(","), before.rfind(";"), before.rfind('"')) + 1 :]
    for stretch in (after, before):
        for stage, words in wordings("awards")["stages"].items():
            if re.search(any_of(words), stretch):
                return str(stage)
    return None


def _level(words: str) -> str | None:
    for level, wording in wordings("awards")["levels"].items():
        if re.search(any_of(wording), words):
            return str(level)
    return None


_RECOGNISES = r"(?:công nhận|biểu dương|khen thưởng|khen|tặng|trao|đánh giá)"


def _recognised_by(before: str, after: str) -> str | None:
    """ "được UBND huyện công nhận", "công nhận cấp tỉnh", "UBND huyện công nhận …"; not the holder."""
    said = re.search(
        rf"(?:được|do)\s+([^,;.]{{4,60}}?)\s+{_RECOGNISES}|{_RECOGNISES}[^,;.]{{0,25}}(cấp \w+(?: \w+)?)",
        after,
    )
    if said is None:
        said = re.search(rf"([^,;.]{{4,60}}?)\s+(?:đã )?{_RECOGNISES}[^,;.]{{0,40}}$", before)
    return None if said is None else _level(" ".join(filter(None, said.groups())))


def _field(after: str) -> str | None:
    said = re.search(r"(?:trên |thuộc |về )?lĩnh vực ([^,;.()\"]{4,60})", after)
    return None if said is None else said[1].strip()


def _holder(clause: Clause, start: int, stop: int, end: int) -> str | None:
    """ "… của phường Tiến Thành", "… (xã Hải Lâm)", "… do Hội Phụ nữ thực hiện"; "UBND xã Hòa An với …"."""
    opening = re.match(r"\s*(?:,\s*)?(?:của|tại|ở|do|\()\s*", clause.text[stop:end])
    if opening:
        name = name_at(clause, stop + opening.end(), end)
        return None if name is None else name.text
    before = re.search(
        r"(?:với|có|triển khai|xây dựng|thực hiện|:)\s*(?:01 |1 )?mô hình(?: điểm)?\s*$", clause.text[:start]
    )
    if before:
        ahead = [name for name in names_in(clause, 0, before.start()) if before.start() - name.end <= 2]
        return ahead[-1].text if ahead else None
    return None


@cache
def _given() -> re.Pattern[str]:
    words = wordings("awards")
    return re.compile(
        rf"(?:{any_of(words['given'])}|được (?:nhận )?)\s*(?:0?1 )?(?P<form>{any_of(words['forms'])})"
        r"(?P<by>(?: của [^,;.]{3,50}?)?) (?:cho|đối với)\s*"
        r"(?:các (?:tập thể|cá nhân)\s*:?|tập thể|cá nhân|gồm)?\s*:?\s*"
    )


def _commendations(clause: Clause) -> Iterator[Award]:
    """ "tặng Giấy khen cho UBND xã Hải Lâm và ông Nguyễn Văn A": each one named."""
    for match in _given().finditer(clause.text):
        if not is_result(clause, match.start()):
            continue
        for name in _row_of_names(clause, match.end()):
            quote, place = clause.quoted(0, name.end)
            yield Award(
                kind="individual" if name.person else "collective",
                name=name.text,
                holder=None,
                stage=None,
                level=_level(match["by"]) or _level(clause.text[: match.start()][-_STAGE_REACH:]),
                form=clause.words(match.start("form"), match.end("form")).capitalize(),
                subject_field=None,
                quote=quote,
                place=place,
            )


def _row_of_names(clause: Clause, at: int) -> list[Name]:
    """Names one after the other from ``at``: with commas and "và" between them, nothing else."""
    found: list[Name] = []
    while True:
        name = name_at(clause, at, len(clause.text))
        if name is None:
            return found
        found.append(name)
        between = re.match(r"\s*(?:\([^)]{0,60}\)\s*)?(?:,\s*(?:và\s+)?|và\s+|;\s*)", clause.text[name.end :])
        if between is None:
            return found
        at = name.end + between.end()


def _localities(clause: Clause) -> Iterator[Award]:
    """ "Huyện chọn xã Hải Lâm, xã Hải Phú làm điểm", "bốn xã điểm (Linh Thông, …)"."""
    text = clause.text
    if " điểm" not in text:
        return
    found = _listed_examples(clause)
    for match in pattern("awards", "chosen").finditer(text):
        ahead = re.search(r"chọn(?: được)?\s+(?:\d+ )?", text[: match.start()])
        if ahead and is_result(clause, ahead.start()):
            names = _row_of_names(clause, ahead.end())
            if names and match.start() - names[-1].end <= 3:
                found += [name.text for name in names if name.place]
    quote, place = clause.quoted()
    for name in found:
        yield Award("locality", name, None, None, None, None, None, quote, place)


_EXAMPLES = re.compile(
    r"(?:[Xx]ã|[Pp]hường|[Tt]hôn|[Kk]hu phố|[Đđ]ơn vị|[Mm]ô hình) điểm\s*(?:\(|:\s*)"
    r"(?P<names>[^().;:]{6,200})"
)
_PLACE_NAME = re.compile(
    rf"(?:(?:xã|phường|thị trấn|thôn|khu phố) )?{CAPITAL}[^\W\d]*(?: {CAPITAL}[^\W\d]*){{0,3}}"
)


def _listed_examples(clause: Clause) -> list[str]:
    """ "Bốn xã điểm (Linh Thông, Bộc Nhiêu)": two names or more and nothing but names."""
    words = clause.quoted()[0]
    match = _EXAMPLES.search(words)
    if match is None or not is_result(clause, 0):
        return []
    names = [name.strip() for name in re.split(r",| và ", match["names"])]
    return names if len(names) > 1 and all(_PLACE_NAME.fullmatch(name) for name in names) else []
