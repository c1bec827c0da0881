"""Which units a written name may stand for, and whether one lies within the areas named with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from grassroots.units.changes import titles
from grassroots.units.mentions import KINDS, Mention, mentions
from grassroots.units.model import VINTAGES, Unit
from grassroots.units.registry import ancestors, other_spellings, successors, unit, vintage
from grassroots.units.spelling import accented, fold, has_diacritics, loose

_LEVELS = ("province", "district", "commune")


def in_turn(wanted: str | None) -> Iterable[list[str]]:
    """The vintages to look in: the wanted one, then the others by nearness; or all at once, newest first."""
    if wanted is None:
        return [list(reversed(VINTAGES))]
    at = VINTAGES.index(wanted)
    nearest = sorted(range(len(VINTAGES)), key=lambda index: (abs(index - at), index))
    return [[VINTAGES[index]] for index in nearest]


def areas_named(phrase: str) -> list[Mention]:
    """The areas a phrase names, from the widest to the narrowest.

    Kinds without a name (``Thanh tra tỉnh``) are given only when no area is named.
    """
    found = mentions(phrase, _is_known)
    below_a_province = any(each.kind == "tỉnh" and each.name for each in found)
    return sorted(
        [each for each in found if each.name] or found, key=lambda each: _width(each, below_a_province)
    )


def of_mention(mention: Mention, vintages: Iterable[str]) -> list[Unit]:
    """The units a kind and a name may mean, best first.

    Those of another kind but the same level only when none has the kind: a commune may have become a ward,
    or a province a city, since the reference data was made.
    """
    if not mention.name:
        return []
    found = of_name(mention.name, vintages, marked=mention.marked)
    if not mention.kind:
        return found
    same = [each for each in found if mention.kind in {title.kind for title in titles(each.unit_key)}]
    return same or [each for each in found if _kinds_agree(mention.kind, each)]


def of_name(name: str, vintages: Iterable[str], *, marked: bool = False) -> list[Unit]:
    """The units a name without kind may mean, best first.

    When it has diacritics, or is known to be ``marked`` with all it should have, those that agree with them
    if there are any.
    """
    found = [each for held in vintages for each in vintage(held).by_name.get(loose(fold(name)), ())]
    exact = [each for each in found if has_accents_of(name, each)] if marked or has_diacritics(name) else []
    return _ranked(name, exact or found)


def has_accents_of(written: str, of: Unit) -> bool:
    """Whether a name is written with just the diacritics of a unit's name or of one of its spellings."""
    return _accents(written) in {_accents(name) for name in (of.name, *other_spellings(of.unit_key))}


def those_within(found: list[Unit], areas: Sequence[Mention]) -> list[Unit]:
    """Those units that lie in every area named; if none does, those whose areas above became such ones.

    The second for a superior that took over: in August 2025 Đồng Nai stands above old units of Bình Phước.
    """
    direct = [each for each in found if _all_named(areas, ancestors(each))]
    return direct or [each for each in found if _all_named(areas, _all_above(each))]


def lies_under(each: Unit, above: str) -> bool:
    """Whether a unit is or lies below the unit of a key, which may be of another vintage."""
    area = unit(above)
    if each.vintage == area.vintage:
        return each == area or area in ancestors(each)
    if VINTAGES.index(each.vintage) < VINTAGES.index(area.vintage):
        return area in _all_above(each)
    return any(higher in _all_above(area, itself=True) for higher in [each, *ancestors(each)])


def _is_known(kind: str, name: str) -> bool:
    key = loose(fold(name))
    return any(
        _kinds_agree(kind, each) and (has_accents_of(name, each) or not has_diacritics(name))
        for held in reversed(VINTAGES)
        for each in vintage(held).by_name.get(key, ())
    )


def _kinds_agree(kind: str, of: Unit) -> bool:
    return kind == of.kind or KINDS[kind] == of.level or (kind == "thành phố" and of.level == "district")


def _accents(name: str) -> str:
    return accented(name).replace(" ", "").replace("y", "i")


def _ranked(name: str, found: list[Unit]) -> list[Unit]:
    """The very spelling first, then newer vintages, then wider areas, then by code."""
    return sorted(
        found,
        key=lambda each: (
            not has_accents_of(name, each),
            fold(each.name) != fold(name),
            -VINTAGES.index(each.vintage),
            _LEVELS.index(each.level),
            each.code,
        ),
    )


def _width(mention: Mention, below_a_province: bool) -> int:
    """0 for a province to 2 for a commune; a city counts as a district unless it is a province's equal."""
    if mention.kind == "thành phố" and below_a_province:
        return 1
    if mention.kind == "thành phố" and mention.name:
        key = loose(fold(mention.name))
        named = [each for held in VINTAGES for each in vintage(held).by_name.get(key, ())]
        return 0 if any(each.level == "province" and each.kind == "thành phố" for each in named) else 1
    return _LEVELS.index(KINDS[mention.kind])


@lru_cache(maxsize=4096)
def _all_above(each: Unit, *, itself: bool = False) -> tuple[Unit, ...]:
    """The units above one and, for older vintages, the provinces and districts that those became."""
    above = [each] if itself else []
    above += ancestors(each)
    at = 0
    while at < len(above):
        if above[at].level != "commune":
            above += [later for later in successors(above[at].unit_key) if later.level != "commune"]
        at += 1
    return tuple(dict.fromkeys(above))


def _all_named(areas: Sequence[Mention], above: Sequence[Unit]) -> bool:
    return all(any(_is_named(mention, higher) for higher in above) for mention in areas)


def _is_named(mention: Mention, of: Unit) -> bool:
    key = loose(fold(mention.name or ""))
    return _kinds_agree(mention.kind, of) and key in {
        loose(fold(name)) for name in (of.name, *other_spellings(of.unit_key))
    }
