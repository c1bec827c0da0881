"""Frame → map: communes in the colours of their classes, in the browser and as a still."""

from grassroots.maps.deck import Deck, deck, settled
from grassroots.maps.drawing import Drawing, png, svg
from grassroots.maps.ground import borders, ground
from grassroots.maps.mapping import mapped
from grassroots.maps.model import ARCHIPELAGOS, Commune, Legend, Outlines, Picture, Row, State
from grassroots.maps.national import Addresses, national_deck
from grassroots.maps.outlined import outlines_of, sheet_digest
from grassroots.maps.placing import frame_of, labels_of, radius_of
from grassroots.maps.still import Words, slide, small, still

__all__ = [
    "ARCHIPELAGOS",
    "Addresses",
    "Commune",
    "Deck",
    "Drawing",
    "Legend",
    "Outlines",
    "Picture",
    "Row",
    "State",
    "Words",
    "borders",
    "deck",
    "frame_of",
    "ground",
    "labels_of",
    "mapped",
    "national_deck",
    "outlines_of",
    "png",
    "radius_of",
    "settled",
    "sheet_digest",
    "slide",
    "small",
    "still",
    "svg",
]
