"""Outlines of communes: read from a file that the person running the dashboard brings, matched to units,
repaired to a coverage, simplified for several zooms and kept. No database, no Streamlit."""

from grassroots.boundaries.keeping import COUNTRY, Kept, Sheet, kept, outlines
from grassroots.boundaries.model import Outcome, UnusableOutlines
from grassroots.boundaries.taking_in import take_in

__all__ = [
    "COUNTRY",
    "Kept",
    "Outcome",
    "Sheet",
    "UnusableOutlines",
    "kept",
    "outlines",
    "take_in",
]
