"""For which period a report is: days it gives, else the period its title or its sentences name.

Where two are named and nothing decides, where the year is not said, or where the day of issue speaks against
it, the period is uncertain: the best is given with the others beside it, for the reviewer to be asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from grassroots.periods import Period
from grassroots.reading.model import Evidence, ParticularCandidate
from grassroots.reading.period_words import SpokenPeriod, explicit_days, since_new_year, spoken_periods

if TYPE_CHECKING:
    from grassroots.reading.particulars import Texts

SURE = 0.65  # a period named in the title, or introduced as the time of the report
UNSURE = 0.6
_EARLY, _LATE = timedelta(days=60), timedelta(days=400)  # issued before the end, or long after it
_MOST = 4  # candidates asked about


@dataclass(frozen=True, slots=True)
class Named:
    """A period that the text names. ``weight`` tells how likely it is the report's own, 0 to 1."""

    period: Period
    weight: float
    index: int
    spoken: SpokenPeriod
    in_title: bool
    year_said: bool


@dataclass(frozen=True, slots=True)
class Told:
    period: Period | None = None
    first_day: date | None = None
    last_day: date | None = None
    candidates: tuple[ParticularCandidate, ...] = ()


def period_told(
    texts: Texts, title: int, issued_on: date | None, issued_year: int | None, evidence: dict[str, Evidence]
) -> Told:
    """The period and its days; more than one candidate where it is uncertain."""
    named = _named(texts, title, issued_on, issued_year)
    days = explicit_days([twin.text for twin in texts.twins])
    if days:
        index, start, end, first_day, last_day, by_days = days
        evidence["period"] = texts.evidence(index, start, end, 0.95)
        return Told(_titled(named, last_day) or by_days, first_day, last_day)
    until = since_new_year([twin.text for twin in texts.twins], issued_year)
    if until and not any(one.in_title and one.weight >= SURE for one in named):
        index, start, end, last_day = until
        evidence["period"] = texts.evidence(index, start, end, UNSURE)
        period = Period.of_months(last_day.year, last_day.month)
        others = _candidates(texts, [Named(period, UNSURE, index, _AT, False, True), *named])
        return Told(period, date(last_day.year, 1, 1), last_day, others)
    if not named:
        return Told()
    best = _chosen(named, issued_on)
    sure = round(max(0.3, best.weight), 2)
    if _uncertain(best, named, issued_on):
        sure = min(sure, UNSURE)
    evidence["period"] = texts.evidence(best.index, best.spoken.start, best.spoken.end, sure)
    first_day, last_day = best.period.days("calendar")
    beside = [one for one in named if not best.in_title or (one.in_title and one.index == best.index)]
    others = _candidates(texts, [best, *beside]) if sure < SURE else ()
    return Told(best.period, first_day, last_day, others)


_AT = SpokenPeriod("year", None, 0, 0, False, False, False)


def _named(texts: Texts, title: int, issued_on: date | None, issued_year: int | None) -> list[Named]:
    """All periods named, the likeliest first: the title's, then months or quarters, then a bare year."""
    found: list[Named] = []
    last = len(texts.twins) - 1
    for index, twin in enumerate(texts.twins):
        in_title = title <= index < title + 4 and (index == title or len(twin.text) < 400)
        for spoken in spoken_periods(twin.text):
            beside = re.search(r"(?<!\d)(20\d\d)(?!\d)", twin.text[spoken.end :]) if in_title else None
            near = int(beside[1]) if beside and spoken.year is None else spoken.year
            year = near or _year(spoken, issued_on, issued_year, texts)
            if spoken.compared or spoken.planned or year is None:
                continue
            narrow = spoken.name != "year"
            weight = (0.9 if narrow else 0.7) if in_title else (0.8 if narrow else 0.5)
            if not in_title and not spoken.led:
                weight -= 0.25
            if spoken.year and issued_year and spoken.year not in (issued_year, issued_year - 1):
                weight -= 0.5
            if not narrow and spoken.year:
                weight += 0.002 * (spoken.year - 2000)  # of several years the last is the report's
            weight -= 0.0005 * min(index, last - index + 3)
            said = near is not None or issued_year is not None
            found.append(Named(Period(year, spoken.name), weight, index, spoken, in_title, said))
    return sorted((one for one in found if one.weight > 0.1), key=lambda one: -one.weight)


def _year(spoken: SpokenPeriod, issued_on: date | None, issued_year: int | None, texts: Texts) -> int | None:
    """The year of a period that names none: that of issue, or the one before where it would not be over."""
    if issued_year is None:
        return _commonest_year(texts)
    ends = Period(issued_year, spoken.name).days("calendar")[1]
    early = issued_on is not None and issued_on.month <= 2 and ends - issued_on > _EARLY
    return issued_year - 1 if early else issued_year


def _chosen(named: list[Named], issued_on: date | None) -> Named:
    """The likeliest; a report titled with a year and issued at its end is the year's, whatever months it
    speaks of first."""
    best = named[0]
    year = next((one for one in named if one.in_title and one.period.name == "year"), None)
    if year is None or best.in_title or issued_on is None or best.period.year != year.period.year:
        return best
    return year if issued_on >= date(year.period.year, 11, 20) else best


def _uncertain(best: Named, named: list[Named], issued_on: date | None) -> bool:
    if not best.year_said:
        return True
    if issued_on is not None:
        ends = best.period.days("calendar")[1]
        if ends - issued_on > _EARLY or issued_on - ends > _LATE:
            return True
    first = min((one.index for one in named if one.in_title), default=0)
    titled = [one for one in named if one.in_title and one.index <= first + 1]
    rivals = {one.period for one in titled if one.period.year == best.period.year}
    if best.in_title:
        return len(rivals - {best.period}) > 0 and best.period.name != "year"
    return issued_on is None and bool(rivals - {best.period})


def _titled(named: list[Named], last_day: date) -> Period | None:
    """The period that the title names, where it ends with the days given.

    A unit made within the year reports "9 tháng năm 2025" from the day on which it came into being.
    """
    for one in named:
        ends = (one.period.days("calendar")[1], one.period.days("inspectorate")[1])
        if one.weight >= SURE and last_day in ends:
            return one.period
    return None


def _candidates(texts: Texts, named: list[Named]) -> tuple[ParticularCandidate, ...]:
    """The periods to ask about, the likeliest first, each with the words that name it."""
    best: dict[Period, Named] = {}
    for one in named:
        if one.weight >= named[0].weight / 2:
            best.setdefault(one.period, one)
    chosen = list(best.values())[:_MOST]
    total = sum(one.weight for one in chosen)
    return tuple(
        ParticularCandidate(
            "period",
            one.period.code,
            round(one.weight / total, 2),
            texts.evidence(one.index, one.spoken.start, one.spoken.end, 0.0).quote,
        )
        for one in chosen
    )


def _commonest_year(texts: Texts) -> int | None:
    years = [
        int(year) for twin in texts.twins for year in re.findall(r"(?:năm |/|-)((?:19|20)\d\d)\b", twin.text)
    ]
    return max(set(years), key=lambda year: (years.count(year), year)) if years else None
