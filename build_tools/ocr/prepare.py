"""Makes a decoded page easy to read: straight, evenly lit, dark on light, and neither too small nor too large."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
from PIL import Image

from build_tools.ocr import pixels, slant
from build_tools.ocr.light import lit, without_paper
from build_tools.ocr.marks import without_rules
from build_tools.ocr.pixels import Grey
from build_tools.ocr.place import Place, laid_out, turned
from build_tools.ocr.strips import turned_about
from build_tools.ocr.values import Box

VERSION = 2
"""Part of every cache key: raise it when the same scan would be prepared, read or ordered in another way."""

_EM = 34.0
"""Size of the type, in pixels, that is read best."""
_LARGEST = 3.0
_MOST_PIXELS = 12_000_000
_WINDOW = 1.6
"""Side in ems of the square that is wider than any stroke of the body."""
_LEAST_WINDOW = 25
_LEAST_FALL = 0.25


@dataclass(frozen=True, slots=True)
class Look:
    """What a page looks like before it is prepared.  ``em``: size of its type in pixels as decoded."""

    place: Place
    em: float
    colourful: float = 0.0


def scale_for(size: tuple[int, int], em: float) -> float:
    """How much larger a page of ``size`` pixels with type of ``em`` pixels is made; 1 when it is about right."""
    wanted = min(_LARGEST, _EM / em)
    if 0.72 < wanted < 1.2:
        wanted = 1.0
    return min(wanted, math.sqrt(_MOST_PIXELS / (size[0] * size[1])))


def look(page: Image.Image) -> Look:
    """How ``page`` (RGB or L) is to be laid out so that its lines run level from left to right, or upside down."""
    grey = pixels.grey(page)
    printed = pixels.ink(grey)
    em = pixels.type_size(printed)
    turn = 90 if slant.sideways(printed, em) else 0
    if turn:
        printed = turned(printed, turn)
        em = pixels.type_size(printed)
    fall = slant.skew(printed, em)
    place = Place(page.size, turn, fall if abs(fall) >= _LEAST_FALL else 0.0)
    printed = laid_out(printed, place)
    place = replace(place, curl=slant.curl(printed, em), scale=scale_for(place.level, em))
    return Look(place, em, pixels.colourful(page))


def upside_down(place: Place) -> Place:
    """The same page, the other way up."""
    if not place.curl:
        return replace(place, turn=(place.turn + 180) % 360)
    about = tuple((i, j, -factor * (-1) ** (i + j)) for i, j, factor in place.curl.terms)
    return replace(place, turn=(place.turn + 180) % 360, curl=replace(place.curl, terms=about))


def window_for(em: float) -> int:
    return max(_LEAST_WINDOW, round(_WINDOW * em))


def prepared(page: Grey, seen: Look) -> Grey:
    """The page (as decoded) as it is given to the engine: straight, evenly lit, dark on light, without rules."""
    em = seen.em * seen.place.scale
    level = turned_about(lit(laid_out(page, seen.place), em), em)
    return without_rules(without_paper(level, window_for(em)), em)


def plain(page: Grey, seen: Look) -> Grey:
    """The page straightened and scaled, its light as it is: a second opinion."""
    return laid_out(page, seen.place)


def cut(page: Grey, box: Box, margin: int) -> Grey:
    """``box`` of the page with so many pixels around it."""
    left, top, width, height = box
    return page[max(0, top - margin) : top + height + margin, max(0, left - margin) : left + width + margin]


def sharpened(page: Grey) -> Grey:
    """Edges that JPEG and small sizes blurred, made steeper (unsharp mask)."""
    return cv2.addWeighted(page, 1.6, cv2.GaussianBlur(page, (0, 0), 2.0), -0.6, 0)
