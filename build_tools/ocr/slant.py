"""Which way the lines of a page run: on their side, askew, or curled; and a page on which they run straight.

Method: lines run where the ink, added up along them, gives the sharpest profile (the projection profile of
H. S. Baird, 1987).  For skew that is asked of the page as a whole, for curl of each of its tiles, through whose
answers a smooth surface is laid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from build_tools.ocr.pixels import Grey, Mask, eight

Floats = NDArray[np.float64]

_EM = 10.0
"""Size of the type, in pixels, at which slants are measured."""
_TILE = 14
"""Side of a tile, in ems."""
_MOST = 20.0
_SIDEWAYS = 1.25
_LEAST_INK = 0.02
_LEAST_TILES = 8
_STRAIGHT = 0.008
_POINTS = 40_000
_ROOM = 0.2
"""Most rows that flattening adds above or below, as a part of the page's height."""
_BETTER = 1.04
"""How much sharper the lines must come out for a page to be taken as curled."""


def _reduced(printed: Mask, em: float) -> tuple[Mask, float]:
    """``printed`` so small that its type has 10 pixels, and how much smaller that is."""
    factor = min(1.0, _EM / em)
    size = (max(1, round(printed.shape[1] * factor)), max(1, round(printed.shape[0] * factor)))
    return eight(cv2.resize(printed, size, interpolation=cv2.INTER_AREA)), factor


def _roughness(profile: Floats) -> float:
    return float(np.square(np.diff(profile)).sum())


# --- Slopes ----------------------------------------------------------------------------------------------


def _profiles(x: Floats, y: Floats, slopes: Floats) -> list[float]:
    """How sharp the profile of ink at (x, y) is along each of the slopes."""
    found = []
    for slope in slopes:
        at = y - slope * x
        found.append(_roughness(np.bincount(np.round(at - at.min()).astype(np.int64)).astype(np.float64)))
    return found


def _corners(small: Mask, side: int, step: int) -> Iterator[tuple[int, int]]:
    """Top and left of each tile."""
    for top in range(0, max(1, small.shape[0] - side // 2), step):
        for left in range(0, max(1, small.shape[1] - side // 2), step):
            yield top, left


def _sharpest(x: Floats, y: Floats, slopes: Floats) -> tuple[float, float]:
    """The slope along which ink at (x, y) adds up to the sharpest profile, and by how much it is the sharpest."""
    scores = np.array(_profiles(x, y, slopes))
    best = int(scores.argmax())
    return float(slopes[best]), float(scores[best] / max(float(np.median(scores)), 1e-9) - 1)


def _points(printed: Mask) -> tuple[Floats, Floats]:
    y, x = np.nonzero(printed > 127)
    step = max(1, len(x) // _POINTS)
    return x[::step].astype(np.float64), y[::step].astype(np.float64)


def sideways(printed: Mask, em: float) -> bool:
    """True when lines run from top to bottom: in most tiles the ink's profile is sharper across than down."""
    small, _ = _reduced(printed, em)
    side = int(_TILE * _EM)
    slopes = np.arange(-0.4, 0.41, 0.04)  # as far as a page may lie askew
    votes = [0.0, 0.0]
    for top, left in _corners(small, side, side):
        x, y = _points(small[top : top + side, left : left + side])
        if len(x) >= _LEAST_INK * side * side:
            down, across = (max(_profiles(*axes, slopes)) / len(x) for axes in ((x, y), (y, x)))
            votes[int(across > down)] += abs(across - down)
    return votes[1] > _SIDEWAYS * votes[0]


def skew(printed: Mask, em: float) -> float:
    """Degrees by which lines fall to the right (at most 20 either way); 0 when the ink does not say."""
    small, _ = _reduced(printed, em)
    x, y = _points(small)
    if len(x) < 200:
        return 0.0
    coarse, sure = _sharpest(x, y, np.tan(np.radians(np.arange(-_MOST, _MOST + 0.1, 0.5))))
    if sure < 0.2:
        return 0.0
    around = np.degrees(np.arctan(coarse)) + np.arange(-0.5, 0.51, 0.1)
    fine, _ = _sharpest(x, y, np.tan(np.radians(around)))
    return float(np.degrees(np.arctan(fine)))


@dataclass(frozen=True, slots=True)
class Curl:
    """How far lines of a page lie below where they would if it were flat, as a polynomial of the place.

    ``terms`` are (powers of x, of y, factor); x and y go from -1 to 1 over a page of ``size`` (width, height).
    """

    size: tuple[int, int]
    terms: tuple[tuple[int, int, float], ...]

    def drop(self, x: Floats, y: Floats) -> Floats:
        """Pixels downwards at the places (x, y) of the flat page."""
        u, v = 2 * x / self.size[0] - 1, 2 * y / self.size[1] - 1
        return np.asarray(sum(factor * u**i * v**j for i, j, factor in self.terms) + 0 * u * v)

    @property
    def room(self) -> tuple[int, int]:
        """Rows by which the flat page is higher, above and below."""
        x, (_, height) = np.linspace(0, self.size[0], 33), self.size
        above, below = self.drop(x, np.zeros_like(x)).max(), -self.drop(x, np.full_like(x, height)).min()
        most = _ROOM * height
        return round(float(np.clip(above, 0, most))), round(float(np.clip(below, 0, most)))


def _tiles(small: Mask) -> tuple[Floats, Floats, Floats, Floats]:
    """Centre, slope and weight of each tile that has lines enough to say."""
    side = int(_TILE * _EM)
    slopes = np.arange(-0.14, 0.141, 0.01)
    found: list[tuple[float, float, float, float]] = []
    for top, left in _corners(small, side, side // 2):
        x, y = _points(small[top : top + side, left : left + side])
        if len(x) < _LEAST_INK * side * side:
            continue
        coarse, sure = _sharpest(x, y, slopes)
        if sure < 0.35 or abs(coarse) > 0.135:
            continue
        slope, _ = _sharpest(x, y, coarse + np.arange(-0.01, 0.011, 0.0025))
        found.append((left + side / 2, top + side / 2, slope, min(sure, 3.0)))
    columns = np.array(found, np.float64).reshape(-1, 4).T
    return columns[0], columns[1], columns[2], columns[3]


_POWERS = [(i, j) for i in range(4) for j in range(3) if i + j <= 3]


def curl(printed: Mask, em: float) -> Curl | None:
    """The curl of a page whose lines run level on the whole; ``None`` when they are straight or too few to say."""
    small, factor = _reduced(printed, em)
    x, y, slope, weight = _tiles(small)
    if len(x) < _LEAST_TILES:
        return None
    u, v = 2 * x / small.shape[1] - 1, 2 * y / small.shape[0] - 1
    table = np.stack([u**i * v**j for i, j in _POWERS], axis=1)
    fit: Floats = np.zeros(len(_POWERS))
    calm = np.diag([1e-3 + 0.02 * (i + j) for i, j in _POWERS]) * len(x) * 0.2
    trust = weight.copy()
    for _ in range(5):  # tiles that a picture or another article misled lose their say
        fit = np.asarray(
            np.linalg.solve(table.T @ (table * trust[:, None]) + calm, table.T @ (trust * slope)), np.float64
        )
        miss = np.abs(table @ fit - slope)
        trust = weight / (1 + (miss / 0.01) ** 2)
    kept = miss < 0.02
    fitted = table @ fit
    if kept.mean() < 0.5 or float(np.percentile(np.abs(fitted), 90)) < _STRAIGHT:
        return None
    half = small.shape[1] / 2
    terms = tuple((i + 1, j, float(c) * half / (i + 1)) for (i, j), c in zip(_POWERS, fit, strict=True))
    found = Curl((small.shape[1], small.shape[0]), terms)
    if _sharpness(flattened(small, found)) < _BETTER * _sharpness(small):
        return None
    return Curl((printed.shape[1], printed.shape[0]), tuple((i, j, c / factor) for i, j, c in terms))


def flattened(page: Grey, found: Curl) -> Grey:
    """The page with its curl taken out; what it pushes over the edges is lost."""
    y, x = np.mgrid[0 : page.shape[0], 0 : page.shape[1]].astype(np.float64)
    down = (y + found.drop(x, y)).astype(np.float32)
    return eight(cv2.remap(page, x.astype(np.float32), down, cv2.INTER_LINEAR, borderValue=0))


def _sharpness(small: Mask) -> float:
    """How sharp the lines are that run level, summed over all tiles."""
    side = int(_TILE * _EM)
    tiles = (small[top : top + side, left : left + side] for top, left in _corners(small, side, side // 2))
    return sum(_roughness(tile.sum(axis=1, dtype=np.float64) / 255) for tile in tiles)
