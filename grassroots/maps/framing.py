"""Where things stand on a map of some pixels: the Mercator projection that maps in the browser use."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TILE = 512  # pixels of the whole world at zoom 0
_FAR = 2.0  # degrees from the rest: an archipelago that would shrink the mainland to a corner
_LEAST = 0.08  # degrees: a single commune is shown from some distance

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """``width`` by ``height`` pixels around a centre in degrees. x runs to the right, y down, from the
    upper left corner."""

    longitude: float
    latitude: float
    zoom: float
    width: float
    height: float

    @property
    def pixels_a_degree(self) -> float:
        """Of longitude; in the latitudes of Viet Nam a degree of latitude is up to 9 % longer."""
        return float(_TILE * 2.0**self.zoom / 360)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Degrees → pixels."""
        x = (longitude - self.longitude) * self.pixels_a_degree + self.width / 2
        y = (_north(self.latitude) - _north(latitude)) * self.pixels_a_degree + self.height / 2
        return x, y

    def many(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        """Degrees → pixels of an array of points (n, 2)."""
        north = np.degrees(np.log(np.tan(np.pi / 4 + np.radians(degrees[:, 1]) / 2)))
        x = (degrees[:, 0] - self.longitude) * self.pixels_a_degree + self.width / 2
        y = (_north(self.latitude) - north) * self.pixels_a_degree + self.height / 2
        return np.stack([x, y], axis=1)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Pixels → degrees."""
        longitude = self.longitude + (x - self.width / 2) / self.pixels_a_degree
        north = _north(self.latitude) - (y - self.height / 2) / self.pixels_a_degree
        return longitude, math.degrees(2 * math.atan(math.exp(math.radians(north))) - math.pi / 2)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies within the frame."""
        x, y = self.at(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def clamped(self, longitude: float, latitude: float, margin: float) -> tuple[float, float]:
        """The place of a point, moved to the edge where it lies outside."""
        x, y = self.at(longitude, latitude)
        return min(max(x, margin), self.width - margin), min(max(y, margin), self.height - margin)


def fit(bounds: Bounds, width: float, height: float, margin: float = 14) -> Frame:
    """The frame that holds west, south, east, north with a margin in pixels."""
    west, south, east, north = bounds
    low, high = _north(south), _north(north)
    wide, tall = max(east - west, _LEAST), max(high - low, _LEAST)
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
    middle = math.degrees(2 * math.atan(math.exp(math.radians((low + high) / 2))) - math.pi / 2)
    return Frame((west + east) / 2, middle, math.log2(scale * 360 / _TILE), width, height)


def together(points: Iterable[tuple[str, Bounds]]) -> tuple[Bounds | None, frozenset[str]]:
    """What holds all that lie together, and the keys of those too far out to the sea to be held with them."""
    held = dict(points)
    if not held:
        return None, frozenset()
    at = np.array([((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in held.values()])
    away = np.abs(at - np.median(at, axis=0)).max(axis=1) > _FAR
    if len(held) < 4 or away.mean() > 0.1:
        away[:] = False
    near = np.array(list(held.values()))[~away]
    far = frozenset(key for key, is_far in zip(held, away, strict=True) if is_far)
    (west, south), (east, north) = near[:, :2].min(axis=0), near[:, 2:].max(axis=0)
    return (float(west), float(south), float(east), float(north)), far


def _north(latitude: float) -> float:
    """Mercator's y in degrees."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))
