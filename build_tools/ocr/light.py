"""Uneven light, stains, folds and tinted paper: a page divided by its own paper."""

from __future__ import annotations

import cv2
import numpy as np

from build_tools.ocr.pixels import Grey

_DARKEST = 0.6
"""The paper is nowhere darker than this part of the page at large, so that a box printed in a colour is no paper."""


def paper(page: Grey, window: int) -> Grey:
    """The page without its print: the morphological closing by a square of ``window`` pixels, blurred.

    The closing fills dark marks that are narrower than the window from their surroundings.
    """
    square = np.ones((window, window), np.uint8)
    closed = cv2.GaussianBlur(cv2.morphologyEx(page, cv2.MORPH_CLOSE, square), (0, 0), window / 2)
    return np.maximum(closed, np.uint8(_DARKEST * float(np.median(closed[::4, ::4]))))


def without_paper(page: Grey, window: int) -> Grey:
    """The page divided by its paper: white where nothing is printed, wherever the shadow lies."""
    return cv2.divide(page, np.maximum(paper(page, window), 1), scale=255)
