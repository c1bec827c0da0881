"""Numbers that are no figures of the report: changes, plans, how a thing was done, bare dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.cues import cues_of
from grassroots.reading.lexicon import Lexicon, Phrases

if TYPE_CHECKING:
    from grassroots.reading.reads import Read

_CHANGE_WITHIN = 0.17  # the verb of change stands right before the number ("giảm được 12 vụ")
_PLAN_WITHIN = 0.95
_BACK_TO_VALUES = frozenset(["còn", "từ"])


def why_dropped(read: Read, words: Lexicon) -> str | None:
    """Why a number is no figure, or None."""
    mention = read.attached.mention
    if read.unit in (None, "other", "document"):
        return "unit"
    if read.choices and read.choices[0].code == "-":
        return "sink"
    if _of_another_subject(read):
        return "subject"
    if mention.value >= 1e12:
        return "endless"  # numbers of accounts, and spoilt text
    if mention.value != int(mention.value) and read.unit not in ("percent", "score", "day"):
        return "fraction"
    if read.unit == "score" and mention.approximate:
        return "mark"  # "4/5 xã đạt trên 80 điểm" is a pass mark
    if _changes(read):
        return "change"
    if _each(read):
        return "each"
    planned = read.parent is not None and read.parent.dropped == "plan"
    if planned or _planned(read) or _bounds(read) or _prescribed(read) or _term(read):
        return "plan"
    if mention.elided and mention.total is None and mention.unit_from is None and not _says_something(read):
        return "bare"
    if read.parent is not None and _way(read, words):
        return "way"
    return None


def repeats(read: Read, words: Lexicon) -> bool:
    """A number in brackets that says nothing new of its parent's: neither a part nor a word of its own."""
    parent = read.parent
    if parent is None or not parent.choices or read.part is not None or read.unit == "percent":
        return False
    if parent.choices[0].code != read.choices[0].code:
        return False
    if parent.attached.mention.value == read.attached.mention.value:
        return False
    attached, tokens = read.attached, read.stream.tokens
    own = tokens[attached.left[0] : attached.left[1]] + tokens[attached.right[0] : attached.right[1]]
    return not cues_of(own + read.outer_words, words)


def drop_unprocessed(reads: Sequence[Read]) -> None:
    """ "Xử lý xong 66 đơn, 04 đơn còn xem xét": still to be processed, which is not the same as unsettled."""
    if not any(read.choices and read.choices[0].code == "don_da_xu_ly" for read in reads):
        return
    for read in reads:
        tokens, attached = read.stream.tokens, read.attached
        own = [token.text for token in tokens[attached.left[0] : attached.right[1]]]
        if "open" in read.slots.get("stage", {}) and read.unit == "petition" and "quyết" not in own:
            read.dropped = "processing"


def _of_another_subject(read: Read) -> bool:
    """What is read of it was said far off, while its own clause is about something else."""
    needed = read.choices[0].rule.need.get("subject") if read.choices else None
    mediators = read.unit == "person" and needed == frozenset({"communication"})
    if not needed or not (mediators or read.unit in _OF_ONE_MATTER):
        return False
    subjects = read.slots.get("subject", {})
    met = min(cost for value, cost in subjects.items() if value in needed)
    own = {
        reach.value
        for reach in read.attached.reaches
        if reach.slot == "subject" and reach.side in ("left", "right", "unit") and reach.cost < _OWN_SUBJECT
    }
    telling = {"mediation"} if mediators else _TELLING_SUBJECTS
    return met > (0.7 if mediators else _FAR_SUBJECT) and bool(own & telling) and own.isdisjoint(needed)


_TELLING_SUBJECTS = frozenset(["petition", "reception", "dialogue", "training", "consult"])
_OF_ONE_MATTER = ("matter", "opinion", "session", "sitting", "meeting", "proposal")
_OWN_SUBJECT, _FAR_SUBJECT = 0.4, 1.0


def _changes(read: Read) -> bool:
    attached, tokens = read.attached, read.stream.tokens
    if attached.mention.is_total:
        return False
    before = tokens[attached.mention.first - 1].text if attached.mention.first else ""
    right = [token.text for token in tokens[attached.right[0] : attached.right[1]]]
    if before == "thêm" and right[:1] == ["so"]:
        return True
    for reach in attached.reaches:
        if reach.slot != "change":
            continue
        if reach.side in ("left", "chain") and reach.cost <= _CHANGE_WITHIN + (
            0.3 if reach.side == "chain" else 0
        ):
            before = tokens[attached.mention.first - 1].text if attached.mention.first else ""
            return before not in _BACK_TO_VALUES or before == "từ"
    parent = read.parent
    own_words = [token for token in tokens[attached.left[0] : attached.left[1]] if token.kind == "word"]
    return parent is not None and parent.dropped == "change" and not own_words and not read.outer_words


def _planned(read: Read) -> bool:
    return any(
        reach.slot == "plan"
        and reach.side in ("left", "chain", "head", "above")
        and reach.cost <= _PLAN_WITHIN
        for reach in read.attached.reaches
    )


def _term(read: Read) -> bool:
    """ "gửi trước 3 ngày", "trong 10 ngày": a term, no days of anything held."""
    tokens, first = read.stream.tokens, read.attached.mention.first
    if read.unit != "day" or not first or "training" in read.slots.get("subject", {}):
        return False
    return tokens[first - 1].text in _OF_A_TERM


_OF_A_TERM = frozenset(["trước", "sau", "vòng", "trong", "quá", "hạn", "mỗi", "cứ"])


def _prescribed(read: Read) -> bool:
    """ "theo quy định, đề án được trên 50 % cử tri tán thành thì …"."""
    if read.unit != "percent" or not read.choices or read.choices[0].code == "ty_le_tcd_dinh_ky":
        return False
    return any(
        reach.slot == "law" and reach.side == "left" and reach.cost < 0.6 for reach in read.attached.reaches
    )


def _each(read: Read) -> bool:
    """ "bình quân mỗi ấp 03 cuộc"."""
    return read.unit != "percent" and any(
        reach.slot == "average" and reach.side in ("left", "chain") and reach.cost <= _EACH_WITHIN
        for reach in read.attached.reaches
    )


_EACH_WITHIN = 0.3


def _bounds(read: Read) -> bool:
    """ "từ 4 người trở lên": a definition."""
    tokens, last = read.stream.tokens, read.attached.mention.last
    return [token.text for token in tokens[last : last + 2]] in (["trở", "lên"], ["trở", "xuống"])


def _says_something(read: Read) -> bool:
    """A bare number needs words of its own: "tập thể chiếm 251", "khiếu nại 48"; "(11 và 12.8)" has none."""
    attached, tokens = read.attached, read.stream.tokens
    own = (
        tokens[attached.left[0] : attached.left[1]]
        + tokens[attached.right[0] : attached.right[1]]
        + read.outer_words
    )
    return any(token.text not in ("và", "với", "hay", "là") and token.kind != "mark" for token in own)


def _way(read: Read, words: Lexicon) -> bool:
    """A part that says how ("66 bằng giải thích") is no part of the catalogue's figures."""
    attached, tokens = read.attached, read.stream.tokens
    ways = words.parts.get("ways_compiled")
    if ways is None:
        ways = Phrases[bool]()
        for wording in words.parts["ways"]:
            ways.add(wording, True)
        words.parts["ways_compiled"] = ways
    own = tokens[attached.right[0] : attached.right[1]] or tokens[attached.left[0] : attached.left[1]]
    return any(ways.at(own, at) for at in range(len(own)))
