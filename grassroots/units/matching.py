"""From a name as somebody wrote it to the units it may mean, best first."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from grassroots.units.candidates import (
    areas_named,
    has_accents_of,
    in_turn,
    lies_under,
    of_mention,
    of_name,
    those_within,
)
from grassroots.units.changes import titles
from grassroots.units.mentions import KINDS, Mention
from grassroots.units.model import VINTAGES, Level, Unit, vintage_on
from grassroots.units.registry import ancestors, other_spellings, unit
from grassroots.units.spelling import fold

_SHORT_KINDS = {"thành phố": "TP. ", "thị xã": "TX. ", "thị trấn": "TT. ", "phường": "P."}
# Agencies that govern an area; without a kind what follows is its name.
_AUTHORITY = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy)")
# Departments; what may stand at the end of their names is a province's name.
_DEPARTMENT = re.compile(r"(?:so|ban|thanh tra|van phong|chi cuc|ban chi dao) ")


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
    vintage bears the name, units of the others that did or will bear it are given, of the nearest vintage.
    ``parent``: the key of a unit anywhere above, of any vintage. ``level`` leaves out the others.
    """
    for vintages in in_turn(vintage or (vintage_on(on) if on else None)):
        found = [each for each in _named(name, vintages) if level in (None, each.level)]
        found = [each for each in found if parent is None or lies_under(each, parent)]
        if found:
            return found
    return []


def resolve_issuer(issuer: str, superior: str | None, on: date | None) -> list[Unit]:
    """The unit whose authority issued a report, or whose area an agency serves; best first.

    ``issuer`` and ``superior`` are the two lines at the top left of a report. A department without an area in
    its own name (``Sở Nội vụ``, ``Thanh tra tỉnh``) has that of its superior. The superior decides between
    units of one name and goes before the vintage: a report of a district that no longer exists on its date is
    still that district's. Nothing when the name is unknown, or when no unit of that name was ever under such
    a superior; several when nothing decides.
    """
    above = areas_named(superior or "")
    named = areas_named(issuer)
    if not named or (named[-1].name is None and not named[-1].unknown):
        named = _without_kind(issuer, named[-1].kind if named else None)
    if not named:
        named, above = above, []
    if not named or named[-1].name is None:
        return []
    own = named[-1]
    wider = [each for each in (*named[:-1], *above) if each.name and not _same(each, own)]
    for vintages in in_turn(vintage_on(on) if on else None):
        found = those_within(of_mention(own, vintages), wider)
        if found:
            return found
    return []


def place_in(name: str, within: str) -> Unit | None:
    """The unit of a name (``Tân Hưng``, ``UBND xã Thuận Phú``) at or below the unit ``within``.

    None when there is none, or when several bear the name and nothing in it tells which. A district and a
    commune of one name: without a kind the wider is meant, unless it is ``within`` itself.
    """
    home = unit(within)
    found = [each for each in _named(name, [home.vintage]) if each == home or home in ancestors(each)]
    if len(found) > 1:
        found = [each for each in found if each != home]
        found = [each for each in found if each.level == found[0].level]
        areas = areas_named(name)
        written = (areas[-1].name if areas else None) or _after_authority(name)
        found = [each for each in found if has_accents_of(written, each)] or found
    return found[0] if len(found) == 1 else None


def spellings(of: Unit) -> list[str]:
    """How a unit's name is written: with its kind, without, the kind shortened, and other recorded ways."""
    written = []
    for title in titles(of.unit_key):
        written += [title.full_name, title.name]
        if title.kind in _SHORT_KINDS:
            written.append(_SHORT_KINDS[title.kind] + title.name)
    return list(dict.fromkeys([*written, *other_spellings(of.unit_key)]))


def _named(phrase: str, vintages: list[str]) -> list[Unit]:
    """Units by a phrase with a kind in it and perhaps areas around it, else by the bare name."""
    areas = areas_named(phrase)
    if areas and areas[-1].name:
        return those_within(of_mention(areas[-1], vintages), areas[:-1])
    return of_name(_after_authority(phrase), vintages)


def _same(one: Mention, other: Mention) -> bool:
    same_level = not one.kind or not other.kind or KINDS[one.kind] == KINDS[other.kind]
    return same_level and fold(one.name or "") == fold(other.name or "")


def _after_authority(phrase: str) -> str:
    words = phrase.split()
    for count in range(1, min(5, len(words))):
        if _AUTHORITY.fullmatch(fold(" ".join(words[:count]))):
            return " ".join(words[count:])
    return phrase


def _without_kind(issuer: str, kind: str | None) -> list[Mention]:
    """The area an agency's name ends with when no kind stands before it: ``Sở Nội vụ Đồng Nai``."""
    governed = _after_authority(issuer)
    if governed != issuer:
        return [Mention("", governed)] if of_name(governed, VINTAGES) else []
    if not _DEPARTMENT.match(fold(issuer)):
        return []
    words = unicodedata.normalize("NFC", issuer).split()
    for count in range(min(6, len(words) - 1), 0, -1):
        name = " ".join(words[-count:])
        for each in of_name(name, VINTAGES):
            if each.level == (KINDS[kind] if kind else "province"):
                return [Mention("", name)]
    return []
