"""Frame → map: communes in the colours of their classes, in the browser and as a still."""

from grassroots.maps.deck import deck, frame_of, hover, labels_of, radius_of, settled
from grassroots.maps.model import Commune, Legend, Outlines, Picture, Row, State
from grassroots.maps.outlined import outlines_of

__all__ = [
    "Commune",
    "Legend",
    "Outlines",
    "Picture",
    "Row",
    "State",
    "deck",
    "frame_of",
    "hover",
    "labels_of",
    "outlines_of",
    "radius_of",
    "settled",
]
