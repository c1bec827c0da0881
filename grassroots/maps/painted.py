"""A picture as the browser gets it beside its ground: colours, states, names and what is said on hover.
A map of 3,321 communes fits into some tens of kilobytes."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Sequence
from typing import Any

from grassroots.colours import Palette
from grassroots.maps.ground import in_order
from grassroots.maps.model import ARCHIPELAGOS, Commune, Picture
from grassroots.maps.placing import held_by, names_wanted, radius_of

_LETTERS = {"class": "c", "small": "s", "missing": "m"}


def painted(picture: Picture, palette: Palette) -> dict[str, Any]:
    """What changes with a period or a way of colouring; everything by the communes' places in the ground.

    ``states`` has a letter a commune, a capital where it is unconfirmed; ``fills`` a place in ``colours``,
    -1 for none; ``said`` is deflated and in base64. ``digest`` changes with the rest.
    """
    ordered = in_order(picture)
    at = {one.unit_key: place for place, one in enumerate(ordered)}
    bounds, far = held_by(picture)
    colours = list(dict.fromkeys(one.colour for one in ordered if one.colour))
    islands = ARCHIPELAGOS if picture.national else ()
    made: dict[str, Any] = {
        "bounds": [round(side, 4) for side in bounds],
        "far": [at[key] for key in sorted(far)],
        "islands": [at[key] for key in islands if key in at],
        "states": "".join(_letter(one) for one in ordered),
        "colours": colours,
        "fills": _places(ordered, colours),
        "radii": _radii(ordered, picture),
        "names": [[at[key], list(lines)] for key, lines in names_wanted(picture, far)],
        "chosen": at.get(picture.chosen or "", -1),
        "supposed": sorted(at[key] for key in picture.supposed if key in at),
        "circles": picture.circles,
        "approximate": picture.outlines.approximate,
        "national": picture.national,
        "said": _packed(["\n".join(one.said) for one in ordered]),
        "palette": {
            name: getattr(palette, name)
            for name in ("background", "surface", "grid", "text", "context", "area_outline", "supposed")
        },
    }
    made["digest"] = hashlib.sha256(json.dumps(made).encode()).hexdigest()[:12]
    return made


def unpacked(said: str) -> list[str]:
    """What was said of each commune, out of ``painted``'s ``said``."""
    lines: list[str] = json.loads(zlib.decompress(base64.b64decode(said)))
    return lines


def _packed(lines: Sequence[str]) -> str:
    return base64.b64encode(zlib.compress(json.dumps(lines, ensure_ascii=False).encode(), 6)).decode()


def _letter(one: Commune) -> str:
    letter = _LETTERS[one.state]
    return letter.upper() if one.unconfirmed else letter


def _places(ordered: Sequence[Commune], colours: Sequence[str]) -> list[int]:
    place = {colour: number for number, colour in enumerate(colours)}
    return [place[one.colour] if one.colour else -1 for one in ordered]


def _radii(ordered: Sequence[Commune], picture: Picture) -> list[float]:
    if not picture.circles:
        return []
    largest = max((one.count or 0 for one in ordered), default=0)
    return [radius_of(one.count or 0, largest) for one in ordered]
