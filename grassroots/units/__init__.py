"""Administrative units by vintage: who they are, what they became, and which one a name means.

A unit is a code in a vintage, never a code alone: codes were given a new meaning in July 2025. The data lies
in data/reference/units/ and is read on first use, each vintage by itself.
"""

from grassroots.units.changes import Change, called_on, changes, changes_of, titles
from grassroots.units.matching import find, place_in, resolve_issuer, spellings
from grassroots.units.model import FIRST_DAYS, VINTAGES, Level, Unit, vintage_on
from grassroots.units.registry import (
    FOLDER,
    Succession,
    all_units,
    ancestors,
    children,
    communes_of,
    predecessors,
    present_units,
    succession,
    successors,
    unit,
)
from grassroots.units.searching import search
from grassroots.units.spelling import fold

__all__ = [
    "FIRST_DAYS",
    "FOLDER",
    "VINTAGES",
    "Change",
    "Level",
    "Succession",
    "Unit",
    "all_units",
    "ancestors",
    "called_on",
    "changes",
    "changes_of",
    "children",
    "communes_of",
    "find",
    "fold",
    "place_in",
    "predecessors",
    "present_units",
    "resolve_issuer",
    "search",
    "spellings",
    "succession",
    "successors",
    "titles",
    "unit",
    "vintage_on",
]
