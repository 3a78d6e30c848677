"""Makes a decoded page easy to read: straight, evenly lit, dark on light, and neither too small nor too large."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from PIL import Image

from build_tools.ocr import pixels, slant
from build_tools.ocr.light import lit, without_paper
from build_tools.ocr.marks import strokes, without_rules, without_strokes
from build_tools.ocr.pixels import Grey, Mask
from build_tools.ocr.place import Place, laid_out, turned
from build_tools.ocr.strips import turned_about

VERSION = 3
"""Part of every cache key: raise it when the same scan would be prepared, read or ordered in another way."""

_EM = 24.0
"""Size of the type, in pixels, that is read best at first; measured with Tesseract 5.3 from 20 to 44."""
_SECOND_EM = 30.0
_LARGEST = 3.0
_MOST_PIXELS = 12_000_000
_AS_IT_IS = (0.9, 1.15)
"""Scales that are not worth the loss of sharpness."""
_WINDOW = 1.6
"""Side in ems of the square that is wider than any stroke of the body."""
_LEAST_WINDOW = 25
_LEAST_FALL = 0.25
_PALE = 48
_DARKER = np.asarray(255 * (np.arange(256) / 255) ** 1.5, np.uint8)
"""A table for :func:`cv2.LUT`."""
_SOFT = 0.6
"""Blur, in pixels as decoded, that hides what JPEG left around letters."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a page looks like.  ``em``: size of its type in pixels as decoded.

    ``strokes``: where a marker went over it, ``None`` when none did; ``pale``: its print is grey rather than black, as
    that of old scans is.
    """

    place: Place
    em: float
    strokes: Mask | None = field(default=None, compare=False, repr=False)
    pale: bool = False

    @property
    def marked(self) -> bool:
        return self.strokes is not None


def scale_for(size: tuple[int, int], em: float, wanted: float) -> float:
    """How much larger a page of ``size`` pixels is made for its type of ``em`` pixels to have ``wanted``."""
    scale = min(_LARGEST, wanted / em)
    if _AS_IT_IS[0] < scale < _AS_IT_IS[1]:
        scale = 1.0
    return min(scale, math.sqrt(_MOST_PIXELS / (size[0] * size[1])))


def look(page: Image.Image, turn: int | None = None) -> Look:
    """How ``page`` (RGB or L) is to be laid out so that its lines run level from left to right.

    ``turn``: degrees clockwise, a multiple of 90, that set it upright; without it, lines that run upwards or
    downwards are made level, and whether they stand on their heads stays open.
    """
    grey = pixels.grey(page)
    printed = pixels.ink(grey)
    em = pixels.type_size(printed)
    pale = _darkest(lit(grey, em), printed) > _PALE
    if turn is None:
        turn = 90 if slant.sideways(printed, em) else 0
    if turn:
        printed = turned(printed, turn)
        em = pixels.type_size(printed)
    fall = slant.skew(printed, em)
    place = Place(page.size, turn, fall if abs(fall) >= _LEAST_FALL else 0.0)
    place = replace(place, curl=slant.curl(laid_out(printed, place), em))
    marked = strokes(page, em)
    return Look(place, em, marked if marked.any() else None, pale)


def _darkest(grey: Grey, printed: Mask) -> float:
    """How dark print gets: the shade of its darkest tenth."""
    shades = grey[printed > 0]
    return float(np.percentile(shades, 10)) if shades.size else 0.0


def _sized(seen: Look, em: float) -> Place:
    return replace(seen.place, scale=scale_for(seen.place.level, seen.em, em))


def _clear(page: Grey, place: Place, em: float) -> Grey:
    """The page laid out, evenly lit, dark on light, without the rules between its columns."""
    em *= place.scale
    level = turned_about(lit(laid_out(page, place), em), em)
    return without_rules(without_paper(level, max(_LEAST_WINDOW, round(_WINDOW * em))), em)


def first(page: Image.Image, seen: Look) -> tuple[Grey, Place]:
    """The page as it is given to the engine first, without a marker's strokes; and where its pixels come from."""
    place = _sized(seen, _EM)
    grey = pixels.grey(page) if seen.strokes is None else without_strokes(page, seen.strokes, seen.em)
    return _clear(grey, place, seen.em), place


def second(page: Image.Image, seen: Look) -> tuple[Grey, Place]:
    """The page for a second opinion, with its colours as they are: softer and larger; or darker, where it is pale."""
    if seen.pale:
        place = _sized(seen, _EM)
        return pixels.eight(cv2.LUT(_clear(pixels.grey(page), place, seen.em), _DARKER)), place
    place = _sized(seen, _SECOND_EM)
    soft = pixels.eight(cv2.GaussianBlur(pixels.grey(page), (0, 0), _SOFT))
    return _clear(soft, place, seen.em), place
