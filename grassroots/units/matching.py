"""From a name as somebody wrote it to the units it may mean, best first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from grassroots.units.mentions import KINDS, Mention, mentions
from grassroots.units.model import VINTAGES, Level, Unit, vintage_on
from grassroots.units.registry import ancestors, communes_of, other_spellings, unit, vintage
from grassroots.units.spelling import accented, fold, has_diacritics, loose

# What stands before the name of an area in the name of an agency.
_AGENCY = re.compile(
    r"^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|ban chi dao|so|phong|ban|thanh tra|uy ban)\b"
)
_SHORT_KINDS = {"thành phố": "TP", "thị xã": "TX", "thị trấn": "TT", "phường": "P."}
_PROVINCIAL = re.compile(r"^(?:so|thanh tra tinh|thanh tra so|van phong tinh)\b")


def find(
    name: str,
    *,
    on: date | None = None,
    vintage: str | None = None,
    parent: str | None = None,
    level: Level | None = None,
) -> list[Unit]:
    """The units a name may mean, best first; several when it is ambiguous, none when it is unknown.

    ``name`` with or without kind, diacritics and the units above it (``xã Tân Hưng, huyện Đồng Phú``). The
    vintage is ``vintage``, else that of ``on``, else any, the newest first. Only where nothing in the wanted
    vintage bears the name, units of the other vintages that did or will bear it are given, the nearest vintage
    first. ``parent``: the key of a unit of any level above, or its name. ``level`` leaves out the others.
    """
    wanted = vintage or (vintage_on(on) if on else None)
    phrase, above = _with_units_above(name, parent)
    for vintages in _in_turn(wanted):
        found = [each for each in _named(phrase, vintages) if level in (None, each.level)]
        found = [each for each in found if _lies_under(each, above)]
        if found:
            return found
    return []


def resolve_issuer(issuer: str, superior: str | None, on: date | None) -> list[Unit]:
    """The unit whose authority issued a report, or whose area an agency serves; best first.

    ``issuer`` and ``superior`` are the two lines at the top left of a report. A department without an area of
    its own in its name (``Sở Nội vụ``, ``Thanh tra tỉnh``) has that of its superior. The superior decides
    between units of one name and goes before the vintage: a report of a district that no longer exists on its
    date is still that district's.
    """
    above = _best_mention(superior or "")
    named = _best_mention(issuer)
    if named and named[-1].unknown:
        return []
    if named is None or named[-1].name is None:
        bare = _bare_area(issuer, named[-1].kind if named else None)
        if bare:
            named = [*(named or [])[:-1], bare]
    if named is None or named[-1].name is None:
        return _of_superior(issuer, above, on)
    own, over = named[-1], [*named[:-1], *(above or [])]
    wanted = vintage_on(on) if on else None
    names_above = [m for m in over if m.name and (m.kind, fold(m.name)) != (own.kind, fold(own.name or ""))]
    for condition in ([names_above] if names_above else []) + [[]]:
        for vintages in _in_turn(wanted):
            found = [each for each in _of_mention(own, vintages) if _lies_under(each, condition)]
            if found:
                return found
    return []


def place_in(name: str, within: str) -> Unit | None:
    """The unit of a name (``Tân Hưng``, ``UBND xã Thuận Phú``) at or below the unit ``within``.

    None when there is none, or when two bear the name and nothing in it tells which.
    """
    home = unit(within)
    found = [each for each in _named(name, [home.vintage]) if each == home or home in ancestors(each)]
    if len(found) > 1:
        kind = (_best_mention(name) or [Mention("", None)])[-1].kind
        best = [each for each in found if each.kind == kind] or [each for each in found if each != home]
        exact = [each for each in best if accented(each.name) in accented(name)] if has_diacritics(name) else best
        found = exact or best
        found = [each for each in found if each.level == found[0].level]
    return found[0] if len(found) == 1 else None


def spellings(of: Unit) -> list[str]:
    """How a unit's name is written: with its kind, without, the kind shortened, and other recorded ways."""
    written = [of.full_name, of.name]
    if of.kind in _SHORT_KINDS:
        short = _SHORT_KINDS[of.kind]
        written.append(f"{short}{of.name}" if short.endswith(".") else f"{short}. {of.name}")
    written += other_spellings(of.unit_key)
    return list(dict.fromkeys(written))


def _in_turn(wanted: str | None) -> Iterable[list[str]]:
    """The vintages to look in: the wanted one, then the others by nearness; or all at once, newest first."""
    if wanted is None:
        return [list(reversed(VINTAGES))]
    at = VINTAGES.index(wanted)
    return [[each] for each in sorted(VINTAGES, key=lambda v: (abs(VINTAGES.index(v) - at), VINTAGES.index(v)))]


def _known(kind: str, name: str) -> bool:
    key = loose(fold(name))
    return any(
        _kinds_agree(kind, each) and _accents_agree(name, each)
        for held in reversed(VINTAGES)
        for each in vintage(held).by_name.get(key, ())
    )


def _kinds_agree(kind: str, of: Unit) -> bool:
    """Same kind, or one of the same level: a commune may have become a ward, a province a city."""
    return kind == of.kind or KINDS[kind] == of.level or (kind == "thành phố" and of.level == "district")


def _accents_agree(written: str, of: Unit) -> bool:
    """Diacritics that were written must be those of the name or of one of its spellings."""
    if not has_diacritics(written):
        return True
    as_written = accented(written).replace(" ", "")
    names = [of.name, *other_spellings(of.unit_key)]
    return any(_same_accents(as_written, accented(name).replace(" ", "")) for name in names)


def _same_accents(one: str, other: str) -> bool:
    return one == other or one.replace("y", "i") == other.replace("y", "i") or not one.isascii() and _digits(one, other)


def _digits(one: str, other: str) -> bool:
    return one.lstrip("0") == other.lstrip("0")


def _best_mention(phrase: str) -> list[Mention] | None:
    """The mentions of a phrase from the widest area to the narrowest; None when there is none."""
    found = mentions(phrase, _known)
    if not found:
        return None
    order = {"province": 0, "district": 1, "commune": 2}
    named = [each for each in found if each.name]
    chosen = named or found
    levels = [order[_level_of(each, chosen)] for each in chosen]
    return [each for _, each in sorted(zip(levels, chosen, strict=True), key=lambda pair: pair[0])]


def _level_of(mention: Mention, among: list[Mention]) -> Level:
    """``thành phố`` is a district's kind when a province stands beside it."""
    if mention.kind == "thành phố" and any(each.kind == "tỉnh" for each in among):
        return "district"
    return KINDS[mention.kind]


def _of_mention(mention: Mention, vintages: list[str]) -> list[Unit]:
    key = loose(fold(mention.name or ""))
    found = [
        each
        for held in vintages
        for each in dict.fromkeys(vintage(held).by_name.get(key, ()))
        if _kinds_agree(mention.kind, each) and _accents_agree(mention.name or "", each)
    ]
    same_kind = [each for each in found if each.kind == mention.kind]
    return _ranked(mention.name or "", same_kind or found)


def _named(phrase: str, vintages: list[str]) -> list[Unit]:
    """Units by a phrase with a kind in it, else by the bare name."""
    named = _best_mention(phrase)
    if named and named[-1].name:
        return [each for each in _of_mention(named[-1], vintages) if _lies_under(each, named[:-1])]
    name = _without_agency(phrase)
    key = loose(fold(name))
    found = [each for held in vintages for each in dict.fromkeys(vintage(held).by_name.get(key, ()))]
    exact = [each for each in found if _accents_agree(name, each)]
    return _ranked(name, exact or found)


def _ranked(name: str, found: list[Unit]) -> list[Unit]:
    """Exact spelling first, then newer vintage, then the wider area; codes keep the order the same each time."""
    levels = ("province", "district", "commune")
    return sorted(
        found,
        key=lambda each: (
            fold(each.name) != fold(name),
            -VINTAGES.index(each.vintage),
            levels.index(each.level),
            each.code,
        ),
    )


def _with_units_above(name: str, parent: str | None) -> tuple[str, list[Mention] | Unit]:
    if parent is None:
        return name, []
    if re.fullmatch(r"20\d\d(?:-\d\d)?:\d+", parent):
        return name, unit(parent)
    return name, _best_mention(parent) or [Mention("", parent)]


def _lies_under(each: Unit, above: list[Mention] | Unit) -> bool:
    if isinstance(above, Unit):
        return each == above or any(higher.code == above.code for higher in ancestors(each))
    higher = ancestors(each)
    for mention in above:
        if mention.name is None:
            continue
        key = loose(fold(mention.name))
        if not any(key in _keys(of) and (not mention.kind or _kinds_agree(mention.kind, of)) for of in higher):
            return False
    return True


def _keys(of: Unit) -> set[str]:
    return {loose(fold(name)) for name in (of.name, *other_spellings(of.unit_key))}


def _without_agency(phrase: str) -> str:
    words = phrase.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        if _AGENCY.fullmatch(fold(" ".join(words[:count]))):
            return " ".join(words[count:])
    return phrase


def _bare_area(issuer: str, kind: str | None) -> Mention | None:
    """The area at the end of an agency's name without a kind: ``Sở Nội vụ Đồng Nai``."""
    words = re.findall(r"[\w'’-]+", issuer)
    level: Level | None = KINDS[kind] if kind else "province" if _PROVINCIAL.match(fold(issuer)) else None
    whole = fold(issuer) == fold(_without_agency(issuer))
    for count in range(min(6, len(words)), 0, -1):
        name = " ".join(words[-count:])
        if count == len(words) and not whole:
            continue
        for held in reversed(VINTAGES):
            for each in vintage(held).by_name.get(loose(fold(name)), ()):
                fits = level == each.level if level else each.level == "province" or count == len(words)
                if fits and _accents_agree(name, each):
                    return Mention(each.kind, name)
    return None


def _of_superior(issuer: str, above: list[Mention] | None, on: date | None) -> list[Unit]:
    if not above or above[-1].name is None:
        return []
    wanted = vintage_on(on) if on else None
    for vintages in _in_turn(wanted):
        found = [each for each in _of_mention(above[-1], vintages) if _lies_under(each, above[:-1])]
        if found:
            return found
    return []


def below(unit_key: str) -> list[Unit]:
    """The communes of a unit without itself."""
    return [each for each in communes_of(unit_key) if each.unit_key != unit_key]
