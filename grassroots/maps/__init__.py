"""Frame → map: communes in the colours of their classes, in the browser and as a still."""

from grassroots.maps.deck import deck, frame_of, labels_of, radius_of, settled
from grassroots.maps.drawing import Drawing, png, svg
from grassroots.maps.model import Commune, Legend, Outlines, Picture, Row, State
from grassroots.maps.outlined import outlines_of
from grassroots.maps.still import Words, still

__all__ = [
    "Commune",
    "Drawing",
    "Legend",
    "Outlines",
    "Picture",
    "Row",
    "State",
    "Words",
    "deck",
    "frame_of",
    "labels_of",
    "outlines_of",
    "png",
    "radius_of",
    "settled",
    "still",
    "svg",
]
