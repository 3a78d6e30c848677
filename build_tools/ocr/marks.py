"""What stands on a page and is no text: the rules between columns, and the strokes of a marker."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from build_tools.ocr.pixels import Grey, Mask, eight, grey, mask
from build_tools.ocr.strips import strips

_SHADE = 230
_PIECE, _GAP, _LONG = 1.0, 0.5, 5.0
"""Ems: least length of a rule's pieces, most white between two of them, least length of the whole."""
_LEAN = 0.12
"""Ems to either side that a rule may lean over that length."""
_THICK = 0.35
"""Ems: what is solid over so much both ways is no rule."""


def without_rules(page: Grey, em: float) -> Grey:
    """``page`` (white paper) without the thin vertical rules between its columns, which engines take for letters.

    A rule is a stack of thin upright pieces, much longer than a letter is high; it may lean a little.
    """
    dark = mask(page < _SHADE)
    thick = np.ones((max(3, round(_THICK * em)),) * 2, np.uint8)
    pieces = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((round(_PIECE * em), 1), np.uint8))
    stacks = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((max(3, round(_GAP * em)), 3), np.uint8))
    lean = np.ones((1, 2 * max(2, round(_LEAN * em)) + 1), np.uint8)
    tall = cv2.morphologyEx(cv2.dilate(stacks, lean), cv2.MORPH_OPEN, np.ones((round(_LONG * em), 1), np.uint8))
    solid = cv2.dilate(cv2.morphologyEx(dark, cv2.MORPH_OPEN, thick), np.ones((3, 3), np.uint8))
    rules = cv2.dilate(cv2.subtract(cv2.bitwise_and(stacks, tall), solid), np.ones((5, 3), np.uint8))
    return eight(cv2.max(page, rules))


_STRONG, _WEAK = 40, 20
"""Least difference between the strongest and the weakest of red, green and blue in a marker's ink, and at its edge,
on white paper."""
_LIGHT = 165
"""Least value of its strongest colour: ink lets the light through, print does not."""
_STROKE = 4.0
"""Ems: least length of a stroke; letters in colour are smaller."""
_SOLID = 0.8
"""Ems: a coloured thing that is solid over as much and five times as wide is a box."""
_PRINT, _LEFT = 0.25, 0.65
"""Print under ink is darker than ``_LEFT`` of it; at ``_PRINT`` it is black."""
_STEM = 0.5
"""Ems: wider than the stems of letters."""


def strokes(page: Image.Image, em: float) -> Mask:
    """Where a marker or highlighter went over an RGB page with type of ``em`` pixels; empty for a grey page."""
    if page.mode != "RGB":
        return np.zeros((page.height, page.width), np.uint8)
    pixels = _on_white(page)
    most = pixels.max(axis=2)
    colour = cv2.subtract(most, pixels.min(axis=2))
    inked = mask((colour > _STRONG) & (most > _LIGHT)) & ~eight(
        cv2.dilate(strips(most, em), np.ones((11, 11), np.uint8))
    )
    joined = eight(cv2.morphologyEx(inked, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)))
    core = _long(joined, em)
    around = eight(cv2.dilate(core, np.ones((9, 9), np.uint8)))
    return eight(cv2.dilate(core, np.ones((5, 5), np.uint8))) | (around & mask(colour > _WEAK))


def _long(inked: Mask, em: float) -> Mask:
    """What is longer than letters, without boxes in a light colour."""
    _, labels, found, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    stroke = np.maximum(found[:, cv2.CC_STAT_WIDTH], found[:, cv2.CC_STAT_HEIGHT]) >= _STROKE * em
    box = np.ones((max(3, round(_SOLID * em)), max(5, round(5 * _SOLID * em))), np.uint8)
    stroke[np.unique(labels[cv2.erode(inked, box) > 0])] = False
    stroke[0] = False
    return mask(stroke[labels])


def without_strokes(page: Image.Image, where: Mask, em: float) -> Grey:
    """The grey page, seen in a marker's own colour where that went: the ink vanishes, print beneath it stays."""
    if not where.any():
        return grey(page)
    most = _on_white(page).max(axis=2)
    stem = max(5, round(_STEM * em)) | 1
    ink = cv2.morphologyEx(most, cv2.MORPH_CLOSE, np.ones((stem, stem), np.uint8))
    plain = grey(page)
    level = float(np.percentile(plain[::4, ::4], 80))
    print_alone = cv2.LUT(cv2.divide(most, np.maximum(ink, 1), scale=255), _steep(level))
    return np.where(where > 0, print_alone, plain)


def _on_white(page: Image.Image) -> NDArray[np.uint8]:
    """The RGB page as it would look on white paper: the colours of most of it become white."""
    pixels = np.asarray(page)
    tint = np.percentile(pixels[::4, ::4].reshape(-1, 3), 80, axis=0)
    return np.stack([cv2.convertScaleAbs(pixels[..., n], alpha=250 / max(tint[n], 1)) for n in range(3)], axis=2)


def _steep(level: float) -> NDArray[np.uint8]:
    """A table for :func:`cv2.LUT`: print stays dark, what a stroke left of itself becomes paper of ``level``."""
    shade = np.clip((np.arange(256) / 255 - _PRINT) / (_LEFT - _PRINT), 0, 1)
    return np.asarray(level * shade, np.uint8)
