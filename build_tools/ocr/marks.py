"""What stands on a page and is no text: the rules between columns."""

from __future__ import annotations

import cv2
import numpy as np

from build_tools.ocr.pixels import Grey

_SHADE = 215
_PIECE, _GAP, _LONG = 1.0, 0.5, 4.0
"""Ems: least length of a rule's pieces, most white between two of them, least length of the whole."""
_LEAN, _THICK = 0.12, 0.3


def without_rules(page: Grey, em: float) -> Grey:
    """``page`` (white paper) without the thin vertical rules between its columns, which engines take for letters.

    A rule is a stack of thin upright pieces, much longer than a letter is high; it may lean a little.
    """
    dark = np.where(page < _SHADE, np.uint8(255), np.uint8(0))
    pieces = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((round(_PIECE * em), 1), np.uint8))
    stacks = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((max(3, round(_GAP * em)), 3), np.uint8))
    _, labels, found, _ = cv2.connectedComponentsWithStats(stacks, connectivity=8)
    wide, high, area = (found[:, column] for column in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
    rule = (high >= _LONG * em) & (wide <= _LEAN * high + 3) & (area <= _THICK * em * high)
    rule[0] = False
    where = cv2.dilate(np.where(rule[labels], np.uint8(255), np.uint8(0)), np.ones((1, 3), np.uint8))
    return cv2.max(page, where)
