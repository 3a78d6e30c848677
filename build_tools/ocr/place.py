"""From a page as it was decoded to one that lies straight at the right size, and back."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from build_tools.ocr.pixels import Grey, eight
from build_tools.ocr.slant import Curl
from build_tools.ocr.values import Box

Floats = NDArray[np.float64]

_BAND = 512
"""Rows that are laid out at a time, which bounds memory."""


@dataclass(frozen=True, slots=True)
class Place:
    """How a page of ``size`` (width, height) is laid out: turned, then set level, then flattened, then scaled.

    ``turn``: degrees clockwise, a multiple of 90.  ``fall``: degrees by which lines fall to the right.
    """

    size: tuple[int, int]
    turn: int = 0
    fall: float = 0.0
    curl: Curl | None = None
    scale: float = 1.0

    @property
    def upright(self) -> tuple[int, int]:
        return self.size if self.turn % 180 == 0 else (self.size[1], self.size[0])

    @property
    def level(self) -> tuple[int, int]:
        """Size of the page once it is set level: all of it, with corners added."""
        width, height = self.upright
        cos, sin = abs(np.cos(np.radians(self.fall))), abs(np.sin(np.radians(self.fall)))
        return round(width * cos + height * sin), round(width * sin + height * cos)

    @property
    def room(self) -> tuple[int, int]:
        """Rows added above and below, so that flattening pushes nothing over the edge."""
        return self.curl.room if self.curl else (0, 0)

    @property
    def out(self) -> tuple[int, int]:
        width, height = self.level
        return max(1, round(width * self.scale)), max(1, round((height + sum(self.room)) * self.scale))

    def to_upright(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Where the pixels (x, y) of the page as laid out are on the page that is merely turned."""
        x, y = x / self.scale, y / self.scale - self.room[0]
        if self.curl:
            y = y + self.curl.drop(x, y)
        if not self.fall:
            return x, y
        (width, height), (wide, high) = self.upright, self.level
        angle = np.radians(self.fall)
        cos, sin = np.cos(angle), np.sin(angle)
        x, y = x - wide / 2, y - high / 2
        return x * cos - y * sin + width / 2, x * sin + y * cos + height / 2

    def back(self, box: Box) -> Box:
        """``box`` of the page as laid out, on the page as it was decoded."""
        left, top, width, height = box
        x = np.array([left, left + width, left, left + width], np.float64)
        y = np.array([top, top, top + height, top + height], np.float64)
        x, y = self.to_upright(x, y)
        x, y = _turned_back(x, y, self.turn, self.size)
        (start, width), (high, height) = (_within(v, most) for v, most in zip((x, y), self.size, strict=True))
        return start, high, width, height


def _within(places: Floats, most: int) -> tuple[int, int]:
    """Where the places start and how far they reach, at least a pixel, on a page that ends at ``most``."""
    start = min(max(0, round(places.min())), most - 1)
    return start, max(1, min(most, round(places.max())) - start)


def _turned_back(x: Floats, y: Floats, turn: int, size: tuple[int, int]) -> tuple[Floats, Floats]:
    if turn == 90:
        return y, size[1] - x
    if turn == 180:
        return size[0] - x, size[1] - y
    if turn == 270:
        return size[0] - y, x
    return x, y


def turned(page: Grey, turn: int) -> Grey:
    """The page turned clockwise by ``turn`` degrees, a multiple of 90."""
    return np.ascontiguousarray(np.rot90(page, -turn // 90))


def laid_out(page: Grey, place: Place) -> Grey:
    """The page (as decoded) as ``place`` says; what lies beyond its edges is blank."""
    upright = turned(page, place.turn)
    if not place.fall and not place.curl:
        how = cv2.INTER_CUBIC if place.scale > 1 else cv2.INTER_AREA
        return upright if place.scale == 1 else eight(cv2.resize(upright, place.out, interpolation=how))
    scale = min(1.0, place.scale)
    if scale < 1:
        upright = eight(cv2.resize(upright, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    blank = float(np.percentile(upright[::4, ::4], 80))
    bands = [_band(upright, place, scale, top, blank) for top in range(0, place.out[1], _BAND)]
    return np.concatenate(bands)


def _band(upright: Grey, place: Place, scale: float, top: int, blank: float) -> Grey:
    width, height = place.out
    rows = np.arange(top, min(height, top + _BAND), dtype=np.float64)[:, None]
    x, y = place.to_upright(np.broadcast_to(np.arange(width, dtype=np.float64), (len(rows), width)), rows)
    where = [np.broadcast_to(v * scale, (len(rows), width)).astype(np.float32) for v in (x, y)]
    return eight(cv2.remap(upright, where[0], where[1], cv2.INTER_CUBIC, borderValue=blank))
