"""Uneven light, stains, folds and tinted paper: a page divided by its own paper."""

from __future__ import annotations

import cv2
import numpy as np

from build_tools.ocr.pixels import Grey, eight

_DARKEST = 0.6
"""The paper is nowhere darker than this part of the page at large, so that a box printed in a colour is no paper."""
_BROAD = 14
"""Ems that light spans; wider than a headline's letters and than the strips and boxes of a clipping are high."""
_REDUCED = 6.0
"""Size of the type, in pixels, at which the light is measured."""


def lit(page: Grey, em: float) -> Grey:
    """The page under even light: divided by the brightest paper far and wide (``em``: size of its type in pixels).

    Shadows go; boxes and strips, which are printed, stay as dark as they are.
    """
    factor = min(1.0, max(_REDUCED / em, 1 / min(page.shape)))
    small = cv2.resize(page, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    side = max(3, round(_BROAD * em * factor)) | 1
    padded = cv2.copyMakeBorder(small, side, side, side, side, cv2.BORDER_REFLECT)
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    broad = cv2.GaussianBlur(closed, (0, 0), side / 3)[side:-side, side:-side]
    light = cv2.resize(broad, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR)
    return eight(cv2.divide(page, np.maximum(light, 1), scale=245))


def paper(page: Grey, window: int) -> Grey:
    """The page without its print: the morphological closing by a square of ``window`` pixels, blurred.

    The closing fills dark marks that are narrower than the window from their surroundings.
    """
    square = np.ones((window, window), np.uint8)
    closed = cv2.GaussianBlur(cv2.morphologyEx(page, cv2.MORPH_CLOSE, square), (0, 0), window / 2)
    return np.maximum(closed, np.uint8(_DARKEST * float(np.median(closed[::4, ::4]))))


def without_paper(page: Grey, window: int) -> Grey:
    """The page divided by its paper: white where nothing is printed, wherever the shadow lies."""
    return eight(cv2.divide(page, np.maximum(paper(page, window), 1), scale=255))
