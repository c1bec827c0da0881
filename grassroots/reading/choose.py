"""From the meanings that reach a number to the indicator: the rule whose needs are met at the least cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grassroots.reading.lexicon import Lexicon, Rule
from grassroots.reading.reach import Reach

# Slots of which a number has one value: the nearest counts alone. Of the others every value within reach may
# serve a rule, at its own cost.
_EXCLUSIVE = ("kind", "stage", "who", "verdict", "model_stage", "result", "body")
_BARS_ANYWHERE = ("kind", "body", "who", "crowd", "award_stage", "ratio")
Slots = dict[str, dict[str, float]]  # slot → value → cost


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    score: float
    rule: Rule
    costs: tuple[float, ...]


def without_the_front(reaches: list[Reach], unit: str | None) -> list[Reach]:
    """ "Các ban" are boards, and so is what "ban" counts, however often the Front is named around them."""
    boards = unit in ("board", "member") or any(reach.value == "boards" for reach in reaches)
    if not boards:
        return reaches
    return [reach for reach in reaches if reach.slot != "body" or reach.value not in ("mttq", "boards")]


def slots_of(reaches: Iterable[Reach], words: Lexicon, percent: bool = False, ratio: bool = False) -> Slots:
    """The values that reach the number, each at its least cost; exclusive slots keep one.

    ``ratio``: the number is the x of "x/y", so that what the whole is said to be is not said of it.
    """
    carry: Mapping[str, float] = {
        **words.settings["carry"],
        **(words.settings["percent_carry"] if percent else {}),
    }
    local = words.settings["local_stages"]
    if ratio:
        reaches = [
            r for r in reaches if not (r.slot == "stage" and r.value in words.settings["whole_stages"])
        ]
    reached = [
        reach
        for reach in _own_subject_first(reaches)
        if reach.cost <= carry.get(reach.slot, 4.0) and not (reach.value in local and reach.cost > 0.5)
    ]
    slots: Slots = {}
    for reach in reached:
        values = slots.setdefault(reach.slot, {})
        values[reach.value] = min(reach.cost, values.get(reach.value, 99.0))
    for slot in _EXCLUSIVE:
        if slot in slots:
            chosen = (
                _strongest(slot, reached, words)
                if slot in words.settings["strength"]
                else _nearest(slot, reached)
            )
            slots[slot] = {chosen: slots[slot].get(chosen, min(slots[slot].values()))}
    return slots


def _own_subject_first(reaches: Iterable[Reach]) -> list[Reach]:
    """What the sentence itself is about outweighs what those before it were about."""
    reaches = list(reaches)
    own = {reach.value for reach in reaches if reach.slot == "subject" and reach.side in _OWN_SIDES}
    if not own & _MATTERS:
        return reaches
    return [
        Reach(reach.slot, reach.value, reach.cost + _ANOTHER_SUBJECT, reach.side)
        if reach.slot == "subject" and reach.side == "carried" and reach.value not in own
        else reach
        for reach in reaches
    ]


_ANOTHER_SUBJECT = 0.8
_OWN_SIDES = ("left", "right", "unit", "head")
_MATTERS = frozenset(
    ["reception", "petition", "mediation", "dialogue", "training", "communication", "consult"]
)
_ONE_PREDICATE = 0.1  # "nhận giải quyết vì thuộc thẩm quyền": the words right of a number taken together
_NEAR = 0.25
_OF_CLAUSE = 0.75  # "định kỳ của lãnh đạo UBND tỉnh, các ngành và chủ tịch UBND các huyện"
_BEYOND_A_COMMA = 0.24
_OWN = ("left", "right", "unit", "chain", "coordination", "trail")


def _cost(reach: Reach) -> float:
    """The Front stands in many titles above what its boards did."""
    return reach.cost + (0.3 if reach.value == "mttq" and reach.cost >= 2 else 0.0)


def _nearest(slot: str, reached: Sequence[Reach]) -> str:
    """The nearest value, the number's own words before all others."""
    nearest = min(
        (r for r in reached if r.slot == slot), key=lambda reach: (reach.side not in _OWN, _cost(reach))
    )
    if slot == "body" and nearest.side == "ahead":  # "3.000 thành viên của 250 ban GSĐTCĐ và 280 ban TTND"
        ahead = {
            r.value for r in reached if r.slot == slot and r.side == "ahead" and r.cost - nearest.cost < 0.1
        }
        if {"ttnd", "gsdt"} <= ahead:
            return "both"
    return nearest.value


def _strongest(slot: str, reached: Sequence[Reach], words: Lexicon) -> str:
    """The verb to the left and the attribute to the right of a number: the stronger one tells the stage."""
    strength: Mapping[str, float] = words.settings["strength"][slot]
    stages = [reach for reach in reached if reach.slot == slot]
    lefts = [reach for reach in stages if reach.side in ("left", "chain")]
    if slot == "who":  # "định kỳ của Chủ tịch": the attribute tells more than the post
        near = [reach for reach in lefts if reach.cost < 2 * _NEAR]
        if {"scheduled", "unscheduled"} <= {reach.value for reach in near}:
            return "leaders"  # "định kỳ, đột xuất": all receptions by leaders
        lefts.sort(key=lambda reach: -strength.get(reach.value, 0) if reach.cost < _OF_CLAUSE else 0)
        left = lefts[0] if lefts else None
    else:
        left = min(lefts, key=lambda reach: reach.cost, default=None)
        if left is not None and left.value == "left":  # "số đủ điều kiện xử lý còn 3.321"
            others = [reach for reach in lefts if reach.value != "left" and reach.cost <= left.cost + 0.15]
            left = min(others, key=lambda reach: reach.cost, default=left)
    sides = ("right", "unit", "coordination") if slot == "who" else ("right", "unit")
    rights = [reach for reach in stages if reach.side in sides]
    nearest = min((reach.cost for reach in rights), default=0.0)
    right = max(
        (
            reach
            for reach in rights
            if reach.cost <= nearest + (0.2 if slot == "model_stage" else _ONE_PREDICATE)
        ),
        key=lambda reach: (strength.get(reach.value, 0), -reach.cost),
        default=None,
    )
    if right is not None and right.cost < 0.1 and left is not None and _not_of_it(slot, left):
        left = None  # "40 đơn tồn đầu kỳ và 1.496 đơn mới tiếp nhận"
    beyond = _OF_CLAUSE if slot == "who" else 0.45
    beside = [reach for reach in (right, left) if reach is not None and reach.cost < beyond]
    if beside:
        return max(beside, key=lambda reach: strength.get(reach.value, 0)).value
    return _nearest(slot, stages)


def _not_of_it(slot: str, left: Reach) -> bool:
    """ "Phân loại xong, 26 đơn đủ điều kiện": a verb beyond a comma gives way to the attribute."""
    return left.side == "chain" or (slot == "stage" and left.cost > _BEYOND_A_COMMA)


_AS_WELL = {"attendee": "person", "proposal": "opinion"}  # a unit that is a special case of another


def choices(unit: str, slots: Slots, words: Lexicon) -> list[Choice]:
    """The rules that fit, best first."""
    found: dict[str, Choice] = {}
    for rule in [*words.rules_by_unit.get(unit, ()), *words.rules_by_unit.get(_AS_WELL.get(unit, ""), ())]:
        choice = _fit(rule, slots)
        if choice and (rule.code not in found or found[rule.code].score < choice.score):
            found[rule.code] = choice
    return sorted(found.values(), key=lambda choice: -choice.score)


_FAR = 1.35  # two needs met in the sentence before count for less than one met in the number's own clause


def _fit(rule: Rule, slots: Slots) -> Choice | None:
    for slot, barred in rule.bar.items():
        within = 9.0 if slot in _BARS_ANYWHERE else rule.bars_within
        if any(value in barred and cost <= within for value, cost in slots.get(slot, {}).items()):
            return None
    costs = []
    for slot, wanted in rule.need.items():
        values = slots.get(slot, {})
        within = rule.near.get(slot, rule.within)
        met = [values[value] for value in wanted if value in values and values[value] <= within]
        if not met:
            return None
        costs.append(min(met))
    weights = [1 / (1 + cost**_FAR) for cost in costs]
    return Choice(rule.code, sum(weights) + rule.prior, rule, tuple(costs))
