"""Which words belong to which number: each gap between two numbers of a stream is parted between them."""

from __future__ import annotations

from collections.abc import Sequence

from grassroots.reading.cues import Cue
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.mention import Mention
from grassroots.reading.reach import Attached, Reach, reaches_of
from grassroots.reading.tokens import Token


def attach(
    tokens: Sequence[Token], mentions: Sequence[Mention], cues: Sequence[Cue], words: Lexicon
) -> list[Attached]:
    """Gives each number its words and the meanings that reach it within the stream."""
    glued = _inside_phrases(cues)
    found: list[Attached] = []
    start = 0
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        right_end, left_start = _part_gap(tokens, mention, following, cues, glued, words)
        found.append(Attached(mention, (start, mention.first), (mention.last, right_end)))
        start = left_start
    _link(tokens, found, words)
    if found:
        end = found[-1].right[1]
        stop = next((at for at in range(end, len(tokens)) if tokens[at].text == ";"), len(tokens))
        found[-1].trail = end, stop
    for index, attached in enumerate(found):
        attached.reaches = reaches_of(tokens, found, index, cues, glued)
    for attached in found:
        _of_both_kinds(attached, found)
        _of_mediation(attached, found)
    return found


def _of_both_kinds(whole: Attached, found: Sequence[Attached]) -> None:
    """ "7 vụ việc: khiếu nại 3 vụ, tố cáo 4 vụ": the whole is of both."""
    index = next(at for at, one in enumerate(found) if one is whole)
    kinds = {
        reach.value
        for part in found
        if part.adds_up and part.parent == index
        for reach in part.reaches
        if reach.slot == "kind" and reach.side in ("left", "right", "unit") and reach.cost < 0.3
    }
    if kinds == {"kn", "tc"}:
        whole.reaches.append(Reach("kind", "kntc", 0.04, "right"))


def _of_mediation(whole: Attached, found: Sequence[Attached]) -> None:
    """ "thụ lý 323 vụ việc; thành 186, không thành 103": what succeeded or failed was mediated."""
    index = next(at for at, one in enumerate(found) if one is whole)
    results = {
        reach.value
        for part in found[index + 1 :]
        for reach in part.reaches
        if reach.slot == "result" and reach.side in ("left", "right", "unit") and reach.cost < 0.2
    }
    if whole.mention.unit == "matter" and {"success", "failure"} <= results:
        whole.mediated = True
        whole.reaches.append(Reach("subject", "mediation", 0.1, "right"))


def _inside_phrases(cues: Sequence[Cue]) -> frozenset[int]:
    """Indices within a wording: a comma there parts nothing."""
    return frozenset(index for cue in cues for index in range(cue.first, cue.last))


def _part_gap(
    tokens: Sequence[Token],
    mention: Mention,
    following: Mention | None,
    cues: Sequence[Cue],
    glued: frozenset[int],
    words: Lexicon,
) -> tuple[int, int]:
    """Where the words of ``mention`` end and where those of ``following`` begin."""
    end = following.first if following else len(tokens)
    boundary = next(
        (index for index in range(mention.last, end) if tokens[index].text in ",;:" and index not in glued),
        None,
    )
    if boundary == mention.last and boundary + 1 < end and tokens[boundary + 1].text == "là":
        # "2.383 lượt, là do cán bộ trực tiếp": said of the number before the comma
        boundary = next((index for index in range(boundary + 1, end) if tokens[index].text in ",;:"), None)
    if following is None:
        return (boundary if boundary is not None else end), end
    if following.joined:
        return mention.last, end
    if boundary is not None:
        semicolons = [
            index for index in range(boundary, end) if tokens[index].text == ";" and index not in glued
        ]
        return boundary, (semicolons[-1] if semicolons else boundary) + 1
    parting = _last_parting(tokens, mention.last, end, glued, words)
    if parting is not None:
        return parting, parting
    verb = next((cue.first for cue in reversed(cues) if mention.last <= cue.first < end), None)
    return (verb, verb) if verb is not None and verb > mention.last else (mention.last, mention.last)


def _last_parting(
    tokens: Sequence[Token], start: int, end: int, glued: frozenset[int], words: Lexicon
) -> int | None:
    partings = words.settings["parting_words"]
    for index in range(end - 1, start - 1, -1):
        if tokens[index].text in partings and index not in glued:
            while index - 1 >= start and tokens[index - 1].text in partings and index - 1 not in glued:
                index -= 1
            return index
    return None


_RECEIVING = frozenset(["về", "gặp", "được", "cho", "gồm", "có"])  # "định kỳ 01 lượt, gặp 05 người"
_IN_ALL = frozenset(["cộng", "lại", "cả", "thảy", "tổng", "tất", "gồm", "có", "được"])
_CONNECTIVES = frozenset([",", "/", "và", "với", "cùng", "hay", ":", ";", "-"])


def _link(tokens: Sequence[Token], found: list[Attached], words: Lexicon) -> None:
    """Marks numbers that share their predecessor's words, and those that enumerate a number's parts."""
    parent: int | None = None
    listed = False  # a colon opened the enumeration: semicolons don't end it
    for index, attached in enumerate(found):
        if index == 0:
            continue
        left = [token.text for token in tokens[attached.left[0] : attached.left[1]]]
        gap = [token.text for token in tokens[found[index - 1].right[1] : attached.left[1]]]
        linking = _CONNECTIVES
        if found[index - 1].mention.unit in ("group", "delegation") and attached.mention.unit == "person":
            linking = linking | _IN_ALL
        if found[index - 1].mention.unit in ("visit", "person") and attached.mention.unit in (
            "person",
            "matter",
        ):
            linking = linking | _RECEIVING
        attached.chained = attached.mention.joined or (
            all(word in linking for word in left) and tokens[max(0, attached.left[0] - 1)].text != ";"
        )
        if parent is not None and not listed and ";" in gap:
            parent = None
        if _opens_enumeration(gap, words):
            parent = index - 1
            listed = ":" in gap
            while found[parent].mention.joined and parent > 0:
                parent -= 1
            attached.chained = attached.chained and attached.mention.joined
        attached.parent = parent
    _add_up(found)


_LEAST_SUM = 5  # smaller ones come by chance


def _add_up(found: list[Attached]) -> None:
    """Numbers that add up to the one before them are its parts: "8.663 người, qua đào tạo 241 người, chưa qua
    đào tạo 8.422 người"."""
    for index, whole in enumerate(found):
        if whole.mention.value < _LEAST_SUM or whole.mention.joined or whole.mention.unit == "percent":
            continue
        parts: list[Attached] = []
        total = 0.0
        for following in found[index + 1 :]:
            if following.mention.zero:
                break
            if following.mention.unit not in (None, whole.mention.unit):
                continue
            parts.append(following)
            total += following.mention.value
            if total >= whole.mention.value:
                break
        if total == whole.mention.value and len(parts) > 1:
            for (
                part
            ) in parts:  # the nearest whole: "31 ban, giám sát 31 dự án; đúng quy định 28, có vi phạm 3"
                part.parent = index if part.parent is None or part.adds_up else part.parent
                part.adds_up = True


def _opens_enumeration(gap: Sequence[str], words: Lexicon) -> bool:
    text = " ".join(gap)
    if (gap[-1:] == [":"] and ";" not in gap) or gap[:1] == [":"]:
        return True
    return any(f" {opening} " in f" {text} " for opening in words.settings["enumeration"])
