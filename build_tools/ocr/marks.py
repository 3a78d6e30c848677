"""What stands on a page and is no text: the rules between columns."""

from __future__ import annotations

import cv2
import numpy as np

from build_tools.ocr.pixels import Grey

_SHADE = 215
_LENGTH = 3


def without_rules(page: Grey, window: int) -> Grey:
    """``page`` (white paper) without the thin vertical rules between its columns, which engines take for letters.

    A rule is dark over more than three windows from top to bottom and narrow; strips and pictures are not.
    """
    dark = np.where(page < _SHADE, np.uint8(255), np.uint8(0))
    leaning = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    tall = cv2.morphologyEx(leaning, cv2.MORPH_OPEN, np.ones((_LENGTH * window, 1), np.uint8))
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((window // 3, window // 3), np.uint8))
    rules = cv2.subtract(tall, cv2.dilate(solid, np.ones((3, 3), np.uint8)))
    return cv2.max(page, cv2.dilate(rules, np.ones((1, 3), np.uint8)))
