"""The words in which a number's limit can stand, and earlier periods among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grassroots.reading.limits import where_limits
from grassroots.reading.period_words import SpokenPeriod, spoken_periods
from grassroots.reading.tokens import Token

_WIDEST_SPACE = 3  # characters between two words with no bracket between them
_AT_FIRST = re.compile(
    r"(?:trước đó|trong khi|trong khi đó|còn|riêng|nhưng|song|mà|cùng kỳ)?,? *(?:trong |vào |của )?$"
)
# "Một năm trước đó, con số là 150 vụ": not what a year before left over
_YEAR_BEFORE = re.compile(
    r"\W*(?:còn |trong khi |riêng |nhưng |song |mà |hồi |vào )*"
    r"(cùng kỳ(?: năm (?:trước|ngoái)| (?:năm )?(?:19|20)\d\d)?|"
    r"(?:một |1 )?năm (?:trước|ngoái)(?: đó)?|trước đó (?:một|1|01) năm)\b"
    r"(?!\s*(?:chuyển|sang|để lại|còn|đưa|mang))"
)

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read


def _with(read: Read) -> bool:
    """ "8 lớp ở Bố Trạch với 640 người": what limits the first limits the second."""
    left = read.attached.left
    return any(token.text == "với" for token in read.stream.tokens[left[0] : left[1]])


def own_stretches(read: Read, context: Context) -> list[list[Token]]:
    """The words right of the number; those left of it since the last comma (for a chain, the chain's)."""
    attached, tokens = read.attached, read.stream.tokens
    glued = {index for cue in read.stream.cues for index in range(cue.first, cue.last)}
    start = attached.left[0]
    for run in unbroken(tokens[start : attached.left[1]]):
        for limit in where_limits(run, context):
            glued |= set(range(start + limit.first, start + limit.last))  # "phường 2, thị xã Sông Trà"
        start += len(run)
    first = attached.left[1]
    while first > attached.left[0] and (
        tokens[first - 1].text not in ",;:"
        or first - 1 in glued  # "các sở, ngành 312 lượt"
        or first == attached.left[1]  # "cấp huyện, 27 cuộc"
    ):
        first -= 1
    right = tokens[attached.right[0] : _end_of_limit(read, context)]
    shared = tokens[attached.shared[0] : attached.shared[1]]
    counted = _words_of_unit(read)
    stretches = [counted, right, shared, tokens[first : attached.left[1]], read.outer_words]
    if read.chain is not None:
        stretches += (
            own_stretches(read.chain, context)[-2:]
            if attached.mention.joined or _with(read)
            else own_stretches(read.chain, context)[-1:]
        )
    runs = [run for stretch in stretches for run in unbroken(stretch)]
    return [run for run in runs if any(token.kind == "word" for token in run)]


def _words_of_unit(read: Read) -> list[Token]:
    """ "Giao thông" of "31 công trình giao thông", where the wording of the unit has more than its noun."""
    mention = read.attached.mention
    first = mention.unit_from
    if read.unit == "commune_unit":
        return []
    return [] if first is None or mention.last - first < 3 else read.stream.tokens[first + 2 : mention.last]


def _end_of_limit(read: Read, context: Context) -> int:
    """Where the words right of a number end: past a comma within a limit ("ở xã, thị trấn")."""
    tokens, (first, end) = read.stream.tokens, read.attached.right
    if not first < end < len(tokens) or tokens[end].text != ",":
        return end
    stop = end + 1
    while stop < len(tokens) and tokens[stop].kind != "number" and tokens[stop].text not in ";:":
        stop += 1
    if [token.text for token in tokens[end + 1 : end + 3]] == ["kiểm", "tra"]:
        return min(stop, end + 6)  # "thanh tra, kiểm tra chuyên ngành"
    for run in unbroken(tokens[first:stop])[:1]:
        for limit in where_limits(run, context):
            if limit.first < end - first < limit.last and first + limit.last < stop:
                return first + limit.last
    return end


def unbroken(tokens: list[Token]) -> list[list[Token]]:
    """The runs between which a bracket stands in the text."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.start - runs[-1][-1].end <= _WIDEST_SPACE:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def earlier_period_in(read: Read, context: Context) -> str | None:
    """A year before the report's own, said of this number: "cùng kỳ năm 2019 … 1.012 lượt", "(2022: 435)"."""
    own_year = context.own_year
    if read.choices and read.choices[0].code == "don_ky_truoc":
        return None  # "10 đơn tồn năm trước"
    for tokens in own_stretches(read, context):
        text = context.twin.text[tokens[0].start : tokens[-1].end]
        for spoken in spoken_periods(text):
            if not spoken.planned and (_earlier(spoken, own_year) or _another(spoken, context)):
                start, end = context.twin.back(tokens[0].start + spoken.start, tokens[0].start + spoken.end)
                return context.passage.text[start:end]
        alone = re.search(r"riêng (?:trong )?(năm (?:19|20)\d\d)", text)
        if alone:
            start, end = context.twin.back(tokens[0].start + alone.start(1), tokens[0].start + alone.end(1))
            return context.passage.text[start:end]
        bare = re.match(r"\s*(?:năm )?((?:19|20)\d\d)\s*(?::|là|có|\()", text + " :")
        if bare and own_year and int(bare[1]) < own_year:
            start, end = context.twin.back(tokens[0].start + bare.start(1), tokens[0].start + bare.end(1))
            return context.passage.text[start:end]
        same = re.search(
            r"cùng kỳ(?: năm (?:trước|ngoái|\d{4})| \d{4})?|(?:một )?năm (?:trước|ngoái)(?: đó)?|kỳ trước là"
            r"|trước đó (?:một|1|01) năm",
            text,
        )
        if same and "so với" not in text[: same.start()] and "so" not in text[: same.start()].split()[-1:]:
            start, end = context.twin.back(tokens[0].start + same.start(), tokens[0].start + same.end())
            return context.passage.text[start:end]
    if read.chain is not None and _with(read):
        return earlier_period_in(read.chain, context)
    return _opening_period(read, context) or _bare_year_before(read, context)


def _bare_year_before(read: Read, context: Context) -> str | None:
    """ "Cùng kỳ 2018 chỉ làm được 22 buổi": the number before is the year compared with."""
    before, own_year, tokens = read.before, context.own_year, read.stream.tokens
    if before is None or before.stream is not read.stream or not before.dropped or own_year is None:
        return None
    mention = before.attached.mention
    if mention.first < 2 or tokens[mention.first - 1].text != "kỳ" or not 1990 < mention.value < own_year:
        return None
    start, end = context.twin.back(tokens[mention.first - 2].start, tokens[mention.last - 1].end)
    return context.passage.text[start:end]


def _earlier(spoken: SpokenPeriod, own_year: int | None) -> bool:
    return spoken.year is not None and own_year is not None and spoken.year < own_year


def _another(spoken: SpokenPeriod, context: Context) -> bool:
    """ "Tháng 10/2018 tiếp 24 lượt" in November's report: of the same sort and year, yet not its own."""
    own = context.own_period
    return (
        own is not None
        and spoken.year == own.year
        and spoken.name[:1] in ("x", "q")
        and spoken.name[:1] == own.name[:1]
        and spoken.name != own.name
    )


def _opening_period(read: Read, context: Context) -> str | None:
    """ "Năm 2021 tỉnh mở 12 lớp cho 960 học viên; …": the period a segment opens with is all its numbers'."""
    tokens, own_year = read.stream.tokens, context.own_year
    first = read.attached.mention.first
    while first > 0 and tokens[first - 1].text != ";":
        first -= 1
    if first == read.attached.mention.first or own_year is None:
        return None
    start, end = tokens[first].start, tokens[read.attached.mention.first - 1].end
    before = _YEAR_BEFORE.match(context.twin.text[start:end])
    if before is not None:
        begin, stop = context.twin.back(start + before.start(1), start + before.end(1))
        return context.passage.text[begin:stop]
    spoken = list(spoken_periods(context.twin.text[start:end]))
    against = spoken and spoken[0].compared and not context.twin.text[start:end].startswith("cùng kỳ")
    if (
        len(spoken) != 1
        or against
        or spoken[0].planned
        or not _AT_FIRST.match(context.twin.text[start : start + spoken[0].start])
    ):
        return None
    year = spoken[0].year
    if year is None or (year >= own_year and not _another(spoken[0], context)):
        return None
    begin, stop = context.twin.back(start + spoken[0].start, start + spoken[0].end)
    return context.passage.text[begin:stop]
