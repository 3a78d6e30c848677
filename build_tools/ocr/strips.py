"""Strips and boxes with light letters on a dark ground, such as a newspaper's date strip: they are turned about."""

from __future__ import annotations

import cv2
import numpy as np

from build_tools.ocr.pixels import Grey, Mask

_DARK = 150
"""Darker than this is dark ground."""
_PAPER = 245
_RUN = 5.0
"""Ems of unbroken darkness that letters do not have and the margin of a strip has."""
_GAP = 1.9
"""Ems from the margin above a line of light letters to the one below."""
_LEAST = 0.8
_FILLED = 0.5


def strips(page: Grey, em: float) -> Mask:
    """Where dark strips and boxes are on a page under even light.  ``em``: size of the type in pixels.

    A strip has rows that are dark all along, above and below its letters; what lies between two such rows belongs
    to it when most of it is dark.
    """
    dark = np.where(page < _DARK, np.uint8(255), np.uint8(0))
    rows = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, max(20, round(_RUN * em))), np.uint8))
    grounds = cv2.morphologyEx(rows, cv2.MORPH_CLOSE, np.ones((max(9, round(_GAP * em)), 1), np.uint8))
    grounds = cv2.morphologyEx(grounds, cv2.MORPH_OPEN, np.ones((max(5, round(_LEAST * em)), 1), np.uint8))
    count, labels, found, _ = cv2.connectedComponentsWithStats(grounds, connectivity=4)
    filled = np.bincount(labels[dark > 0], minlength=count) / np.maximum(found[:, cv2.CC_STAT_AREA], 1)
    good = (filled >= _FILLED) & (found[:, cv2.CC_STAT_WIDTH] >= _RUN * em)
    good[0] = False
    return np.where(good[labels], np.uint8(255), np.uint8(0))


def turned_about(page: Grey, em: float) -> Grey:
    """The page with dark letters on light ground in its strips too, each set off by a little paper."""
    where = strips(page, em)
    if not where.any():
        return page
    edge = cv2.subtract(cv2.dilate(where, np.ones((5, 5), np.uint8)), cv2.erode(where, np.ones((3, 3), np.uint8)))
    about = np.where(where > 0, 255 - page, page)
    return np.where(edge > 0, np.uint8(_PAPER), about)
