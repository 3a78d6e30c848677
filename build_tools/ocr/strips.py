"""Strips and boxes with light letters on a dark ground, such as a newspaper's date strip: they are turned about."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from build_tools.ocr.pixels import Grey, Mask, eight, mask
from build_tools.ocr.values import Box

_DARK = 150
"""Darker than this is dark ground."""
_PAPER = 245
_WIDE, _HIGH = 5.0, 0.8
"""Ems: the least solid piece of a ground; no letter, not even a word hung from its bar, has one."""
_FILLED = 0.5
"""Part of a ground that is dark; the rest is its letters."""


def _outlines(dark: Mask, em: float) -> Iterator[tuple[Box, Mask]]:
    """Each dark thing that may be a ground: its box, and within that box the thing with its holes filled."""
    contours, tree = cv2.findContours(dark, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for contour, (_, _, _, parent) in zip(contours, tree[0] if len(contours) else (), strict=True):
        left, top, width, height = cv2.boundingRect(contour)
        if parent < 0 and width >= _WIDE * em and height >= _HIGH * em:
            filled = np.zeros((height, width), np.uint8)
            cv2.drawContours(filled, [contour], -1, 255, cv2.FILLED, offset=(-left, -top))
            yield (left, top, width, height), filled


def strips(page: Grey, em: float) -> Mask:
    """Where dark strips and boxes are on a page under even light.  ``em``: size of the type in pixels."""
    dark = mask(page < _DARK)
    solid = np.ones((max(3, round(_HIGH * em)), max(5, round(_WIDE * em))), np.uint8)
    whole = eight(cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)))
    found = np.zeros_like(page)
    for (left, top, width, height), filled in _outlines(whole, em):
        here = (slice(top, top + height), slice(left, left + width))
        ground = cv2.morphologyEx(filled, cv2.MORPH_OPEN, solid, borderValue=0) > 0
        if ground.any() and (dark[here] > 0)[ground].mean() >= _FILLED:
            found[here][ground] = 255
    return found


def turned_about(page: Grey, em: float) -> Grey:
    """The page with dark letters on light ground in its strips too, each set off by a little paper."""
    where = strips(page, em)
    if not where.any():
        return page
    edge = cv2.subtract(cv2.dilate(where, np.ones((5, 5), np.uint8)), cv2.erode(where, np.ones((3, 3), np.uint8)))
    about = np.where(where > 0, 255 - page, page)
    return np.where(edge > 0, np.uint8(_PAPER), about)
