"""Frame → map: communes in the colours of their classes, in the browser and as a still."""

from grassroots.maps.drawing import Drawing, png, svg
from grassroots.maps.ground import ground, in_order
from grassroots.maps.model import ARCHIPELAGOS, Commune, Legend, Outlines, Picture, Row, State
from grassroots.maps.outlined import outlines_of, sheet_digest
from grassroots.maps.painted import painted, unpacked
from grassroots.maps.placing import frame_of, labels_of, radius_of
from grassroots.maps.still import Words, still

__all__ = [
    "ARCHIPELAGOS",
    "Commune",
    "Drawing",
    "Legend",
    "Outlines",
    "Picture",
    "Row",
    "State",
    "Words",
    "frame_of",
    "ground",
    "in_order",
    "labels_of",
    "outlines_of",
    "painted",
    "png",
    "radius_of",
    "sheet_digest",
    "still",
    "svg",
    "unpacked",
]
