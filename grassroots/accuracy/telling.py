"""A score in words, and as plain values for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from grassroots.accuracy.patterns import Fault
from grassroots.accuracy.scoring import Accuracy, Band, Tally
from grassroots.names import indicator_name
from grassroots.text import Language, count, decimal, t

EXAMPLES = 3  # of each pattern, unless all are asked for
_WIDTH = 44
_QUOTED = 160  # characters of a quote on a line


def as_plain(scored: Accuracy) -> dict[str, Any]:
    """Everything as dicts and lists; shares from 0 to 1, null without figures."""
    grouped = {
        name: {key: _tally(tally) for key, tally in sorted(tallies.items())}
        for name, tallies in _groups(scored).items()
    }
    return {
        "cases": len(scored.by_case),
        **_tally(scored.whole),
        **grouped,
        "by_case": {name: _tally(tally) for name, tally in scored.by_case.items()},
        "calibration": [{**asdict(band), "below": below} for band, below in _with_ends(scored.bands)],
        "faults": [asdict(one) for one in scored.faults],
        "failed": scored.failed,
    }


def lines(scored: Accuracy, language: Language, *, every: bool = False) -> Iterator[str]:
    """The score as lines of text: the whole, by group, calibration, and the faults by pattern."""
    yield t("accuracy.cases", language, count=count(len(scored.by_case), language))
    for name, code in scored.failed.items():
        yield t("accuracy.failed", language, case=name, code=code)
    for strict in (False, True):
        yield _whole(scored.whole, language, strict=strict)
    for name, tallies in _groups(scored).items():
        yield from ("", t(f"accuracy.{name}", language))
        yield from _table(name, tallies, language)
    yield from ("", t("accuracy.calibration", language))
    for band, below in _with_ends(scored.bands):
        yield _band(band, below, language)
    for (kind, pattern), faults in scored.patterns().items():
        fields = {"kind": t(f"accuracy.kind.{kind}", language), "count": count(len(faults), language)}
        name = t(f"accuracy.{kind}.{pattern}", language)
        yield from ("", t("accuracy.pattern", language, **fields, pattern=name))
        shown = faults if every else faults[:EXAMPLES]
        yield from (_fault(one, language) for one in shown)
        if len(faults) > len(shown):
            yield "  " + t("accuracy.more", language, count=count(len(faults) - len(shown), language))


def _groups(scored: Accuracy) -> Mapping[str, Mapping[str, Tally]]:
    return {
        "by_subject": scored.by_subject,
        "by_part": scored.by_part,
        "by_indicator": scored.by_indicator,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    shares = {
        f"{name}_{measure}": getattr(tally, measure)(strict=name == "strict")
        for name in ("plain", "strict")
        for measure in ("precision", "recall", "f1")
    }
    return {**asdict(tally), **shares}


def _whole(tally: Tally, language: Language, *, strict: bool) -> str:
    return t(
        f"accuracy.{'strict' if strict else 'plain'}",
        language,
        precision=_share(tally.precision(strict=strict), language),
        recall=_share(tally.recall(strict=strict), language),
        f1=_share(tally.f1(strict=strict), language),
        right=count(tally.strict if strict else tally.right, language),
        read=count(tally.read, language),
        wanted=count(tally.wanted, language),
    )


def _table(group: str, tallies: Mapping[str, Tally], language: Language) -> Iterable[str]:
    """Rows with the most wanted first."""
    for key, tally in sorted(tallies.items(), key=lambda pair: (-pair[1].wanted, pair[0])):
        name = (
            indicator_name(key, language) if group == "by_indicator" else t(f"accuracy.name.{key}", language)
        )
        fields = {
            "right": tally.right, "strict": tally.strict, "read": tally.read, "wanted": tally.wanted,
        }  # fmt: skip
        yield f"  {name[:_WIDTH]:{_WIDTH}} " + t("accuracy.row", language, **fields)


def _band(band: Band, below: float, language: Language) -> str:
    ends = f"{decimal(band.least, language, 2)}–{decimal(below, language, 2)}"
    if not band.figures:
        return f"  {ends}  " + t("accuracy.band_empty", language)
    shares = {name: getattr(band, name) / band.figures for name in ("right", "strict")}
    fields = {name: _share(share, language) for name, share in shares.items()}
    return f"  {ends}  " + t("accuracy.band", language, figures=count(band.figures, language), **fields)


def _with_ends(bands: list[Band]) -> Iterator[tuple[Band, float]]:
    yield from zip(bands, [*(band.least for band in bands[1:]), 1.0], strict=True)


def _fault(one: Fault, language: Language) -> str:
    part = f" [{one.part}]" if one.part else ""
    instead = " " + t(f"accuracy.instead.{one.kind}", language, what=one.instead) if one.instead else ""
    quote = " ".join(one.quote.split())[:_QUOTED]
    value = decimal(one.value, language, 0 if one.value == int(one.value) else 2)
    return f"  {one.case}: {one.indicator}{part} = {value}{instead}: “{quote}”"


def _share(share: float | None, language: Language) -> str:
    return "–" if share is None else decimal(share, language, 3)
