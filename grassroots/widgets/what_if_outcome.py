"""What a scenario comes to: the sentence, numbers as reported and as supposed, communes that change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grassroots.charts import scale_of
from grassroots.names import unit_name
from grassroots.scenario import needed
from grassroots.scenario_words import sentence as in_words
from grassroots.text import count, decimal, percent
from grassroots.text.numbers import MINUS
from grassroots.widgets.clickable import clickable
from grassroots.widgets.outcome import Outcome, Reading, Row
from grassroots.widgets.present import page_says, presenting
from grassroots.widgets.rate_map import rank_range
from grassroots.widgets.render import render
from grassroots.widgets.supposed import named, said
from grassroots.widgets.titles import sentence
from grassroots.widgets.view import View, chosen, view

SHOWN = 8
Tone = Literal["good", "bad", "neutral"]


@dataclass(frozen=True, slots=True)
class Card:
    """One number as reported and as supposed, what the difference is, and what more there is to say."""

    name: str
    now: str
    then: str | None
    difference: str | None
    more: str
    source: str | None


def what_if_title(found: Outcome) -> None:
    """``Nếu 4 đơn quá hạn được giải quyết, tỷ lệ tăng từ …``; ranks of a commune that changes alone."""
    current = view()
    facts = title_facts(found, current)
    said_first = sentence("title.what_if", facts, current.language)
    beneath = sentence("title.what_if.sub_1", facts, current.language)
    page_says(said_first or "", (), facts, supposing=True)
    if presenting():
        return
    body = render(
        "what_if_title",
        current.language,
        sentence=said_first,
        beneath=beneath,
        illustrative=any(row["illustrative"] for row in found.now.place.values()),
    )
    body += render("block_do", current.language, block="what_if_cards", title=said_first or "")
    clickable(body, key="page_title")


def title_facts(found: Outcome, current: View) -> dict[str, str | None]:
    """What the sentence may say."""
    language = current.language
    facts: dict[str, str | None] = {
        "place": current.place_name(), "communes": current.communes(), "period": current.period_name(),
    }  # fmt: skip
    if not found.scenario:
        return facts | {"nothing": ""}
    facts["changes"] = said(current)[:1].lower() + said(current)[1:]
    facts |= _settled_facts(found, current)
    now, then = found.now.value("ty_le_giai_quyet"), found.then.value("ty_le_giai_quyet")
    if now is not None and then is not None:
        facts |= {"now": percent(now, language), "then": percent(then, language)}
        moved = round(then - now, 1)
        facts["moved" if moved else "still"] = _moves(moved, current) if moved else ""
    if found.then.passing != found.now.passing:
        facts |= {
            "sheet": str(found.sheet[f"name_{language}"]) if found.sheet else None,
            "passing_now": count(found.now.passing, language),
            "passing_then": count(found.then.passing, language),
            "passing_moved": _moves(found.then.passing - found.now.passing, current),
        }  # fmt: skip
    return facts | _rank_facts(found, current)


def _moves(difference: float, current: View) -> str:
    return current.words("title.rises" if difference > 0 else "title.falls")


def _settled_facts(found: Outcome, current: View) -> dict[str, str | None]:
    """Where nothing but petitions settled is supposed: how many they are, and of how many communes."""
    only = found.scenario.joined(found.scenario).less(type(found.scenario)(settled=found.scenario.settled))
    before, after = found.now.value("don_da_giai_quyet"), found.then.value("don_da_giai_quyet")
    if only or before is None or after is None or after <= before:
        return {}
    overdue = found.scenario.settled[0].which == "overdue"
    units = found.changed
    where = (
        ", ".join(named(key, current.language) for key in units)
        if len(units) <= 2
        else f"{count(len(units), current.language)} {current.communes()}"
    )
    alone = current.place is not None and current.place.level == "commune"
    return {
        ("overdue" if overdue else "open"): count(after - before, current.language),
        "where": None if alone else where,
    }


def _rank_facts(found: Outcome, current: View) -> dict[str, str | None]:
    """The ranks of the commune that changes alone, where both sides rank it."""
    if len(found.changed) != 1:
        return {}
    key = found.changed[0]
    now, then = found.now.communes[key], found.then.communes[key]
    if now["rank_first"] is None or then["rank_first"] is None or now["ranked"] < 2:
        return {}
    return {
        "rank_unit": named(key, current.language), "rank_now": rank_range(now), "rank_then": rank_range(then),
        "ranked": count(then["ranked"], current.language),
    }  # fmt: skip


def what_if_cards(found: Outcome) -> None:
    """Every number as ``Hiện trạng → Giả định``."""
    current = view()
    cards = [card for card in (
        _rate(found, current), _overdue(found, current), _reached(found, current),
        _passing(found, current), _compared(found, current),
    ) if card is not None]  # fmt: skip
    clickable(
        render("what_if_cards", current.language, cards=cards, on=bool(found.scenario)), key="what_if_cards"
    )


def _signed(value: float, current: View, places: int = 0) -> str:
    size = decimal(abs(value), current.language, places)
    if round(value, places) == 0:
        return size
    return f"{'+' if value > 0 else MINUS}{size}"


def _difference(value: float, key: str, current: View, places: int = 0, **fields: str) -> str:
    if round(value, places) == 0:
        return current.words("scenario.card.unchanged")
    return current.words(f"scenario.card.{key}", size=_signed(value, current, places), **fields)


def _rate(found: Outcome, current: View) -> Card:
    name, source = current.words("scenario.card.rate"), "source:ty_le_giai_quyet"
    now, then = (side.place.get("ty_le_giai_quyet", {}) for side in (found.now, found.then))
    if now.get("value") is None or then.get("value") is None:
        return Card(name, current.words("scenario.card.no_number"), None, None, "", source)
    counts = current.words(
        "scenario.card.counts",
        settled=count(then["numerator"] or 0, current.language),
        accepted=count(then["denominator"] or 0, current.language),
    )
    return Card(
        name, percent(now["value"], current.language), percent(then["value"], current.language),
        _difference(then["value"] - now["value"], "points", current, 1), counts, source,
    )  # fmt: skip


def _overdue(found: Outcome, current: View) -> Card:
    name, source = current.words("scenario.card.overdue"), "source:don_qua_han"
    now, then = found.now.value("don_qua_han"), found.then.value("don_qua_han")
    if now is None or then is None:
        return Card(name, current.words("scenario.card.no_number"), None, None, "", source)
    left = found.then.with_overdue
    fields = {"units": count(left, current.language), "communes": current.communes()}
    more = (
        current.words("scenario.card.still", **fields) if left else current.words("scenario.card.none_left")
    )
    return Card(
        name, count(now, current.language), count(then, current.language),
        _difference(then - now, "petitions", current), more, source,
    )  # fmt: skip


def _of(part: int, whole: int, current: View) -> str:
    return f"{count(part, current.language)}/{count(whole, current.language)}"


def _of_all(key: str, current: View, **units: int) -> str:
    fields = {name: count(number, current.language) for name, number in units.items()}
    return current.words(f"scenario.card.{key}", communes=current.communes(), **fields)


def _reached(found: Outcome, current: View) -> Card | None:
    """Ranked communes that reach the target: as reported against the usual one."""
    if len(found.now.ranked) < 2:
        return None
    sides: list[tuple[Reading, float]] = [(found.now, found.target_now), (found.then, found.target)]
    (now, ranked_now), (then, ranked) = ((side.reaching(aim), len(side.ranked)) for side, aim in sides)
    aim = percent(found.target, current.language, 0)
    return Card(
        current.words("scenario.card.reached", communes=current.communes().capitalize(), percent=aim),
        _of(now, ranked_now, current), _of(then, ranked, current),
        _difference(then - now, "units", current, communes=current.communes()),
        _of_all("of_ranked", current, ranked=ranked),
        None,
    )  # fmt: skip


def _passing(found: Outcome, current: View) -> Card | None:
    if found.sheet is None or len(found.now.scored) < 2:
        return None
    now, then = found.now.passing, found.then.passing
    scored = len(found.then.scored)
    return Card(
        current.words("scenario.card.passing", sheet=found.sheet[f"name_{current.language}"]),
        _of(now, len(found.now.scored), current), _of(then, scored, current),
        _difference(then - now, "units", current, communes=current.communes()),
        _of_all("of_scored", current, scored=scored),
        "page:scores",
    )  # fmt: skip


def _compared(found: Outcome, current: View) -> Card | None:
    """How the rate stands to that of the base period, where the two are compared."""
    base, now, then = (
        found.base_rate,
        found.now.value("ty_le_giai_quyet"),
        found.then.value("ty_le_giai_quyet"),
    )
    if base is None or now is None or then is None or found.scenario.period or found.scenario.as_sum:
        return None
    before, after = round(now - base, 1), round(then - base, 1)
    crossed = {(True, True): "still_below", (True, False): "now_above", (False, False): "above"}
    key = crossed.get((before < 0, after < 0), "below")
    return Card(
        current.words("scenario.card.compared", base=percent(base, current.language)),
        _signed(before, current, 1), _signed(after, current, 1),
        current.words(f"scenario.card.{key}"), current.words("scenario.card.points_unit"), None,
    )  # fmt: skip


def changed_communes(found: Outcome) -> None:
    """Communes that change, each as reported and supposed, with ranks and what the target needs."""
    current = view()
    shown = found.changed[:SHOWN]
    lines = [_line(key, found, current) for key in shown]
    sides = [side.communes[key]["rate_percent"] for key in shown for side in (found.now, found.then)]
    ends = [end for end in sides if end is not None]
    body = render(
        "what_if_changed",
        current.language,
        lines=lines,
        more=len(found.changed) - len(shown),
        total=len(found.changed),
        communes=current.communes(),
        scale=scale_of([*ends, found.target]),
        target=found.target,
        aim=percent(found.target, current.language, 0),
        at=chosen("commune"),
        changes=in_words(found.scenario, current.language, lambda key: named(key, current.language)),
        illustrative=any(line["illustrative"] for line in lines),
    )
    clickable(body, key="what_if_changed")


def _line(key: str, found: Outcome, current: View) -> dict[str, object]:
    now, then = found.now.communes[key], found.then.communes[key]
    return {
        "unit_key": key,
        "name": unit_name(now["name"], now["kind"], current.language)
        if len(found.changed) < 2
        else now["name"],
        "now": now["rate_percent"],
        "then": then["rate_percent"],
        "small": bool(then["small"]),
        "counts": _of(int(now["settled"] or 0), int(now["accepted"] or 0), current),
        "rank_now": rank_range(now) if now["rank_first"] is not None else "–",
        "rank_then": rank_range(then) if then["rank_first"] is not None else "–",
        "needed": needed_words(now, found.target, current),
        "illustrative": now["illustrative"],
    }


def needed_words(row: Row, target: float, current: View) -> str:
    """The fewest petitions that a commune needs for the target, in words."""
    if row["accepted"] is None or row["settled"] is None or not row["accepted"]:
        return "–"
    more, unsettled = needed(row["settled"], row["accepted"], target), int(row["accepted"] - row["settled"])
    if not more:
        return current.words("scenario.changed.reached")
    fields = {"count": count(more, current.language), "open": count(unsettled, current.language)}
    return current.words(
        "scenario.changed.too_few" if more > unsettled else "scenario.changed.petitions", **fields
    )


def what_if_foot(found: Outcome) -> None:
    """The line under the outcome that no picture of it is without."""
    if found.scenario:
        clickable(render("what_if_foot", view().language, words=said(view())), key="what_if_foot")
