"""Pages as arrays of grey, and what is measured on them: where the ink is, and how large the type."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
"""Height by width; 0 black, 255 white."""
Mask = NDArray[np.uint8]
"""Height by width; 255 where something is, else 0."""

cv2.setNumThreads(1)  # as many processes as processors, so no threads on top

_LEAST_SPECKS = 30
_TYPE_LEAST, _TYPE_MOST = 5.0, 120.0
_USUAL_TYPE = 18.0
_WIDE = 1.4
_USUAL = 0.35
"""Part of the ink, from the smallest type on, at which the body's is: specks and a halftone's dots are many and small,
headlines few and large.
"""
_EM = 1.85
"""Heights of a Latin letter without ascender to one of its type."""


def mask(where: NDArray[np.bool_]) -> Mask:
    """255 where it is true, else 0."""
    return np.where(where, np.uint8(255), np.uint8(0))


def eight(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """What OpenCV made of 8-bit pixels, which its declarations know as pixels of any depth."""
    return np.asarray(pixels, np.uint8)


def grey(page: Image.Image) -> Grey:
    """The lightness of a page (L or RGB)."""
    return np.asarray(page if page.mode == "L" else page.convert("L"))


def image(page: Grey) -> Image.Image:
    """``page`` for the engine; it goes there as PPM, which costs no time to pack."""
    made = Image.fromarray(page)
    made.format = "PPM"
    return made


def ink(page: Grey) -> Mask:
    """Where something is printed: darker than the mean around it (J. Sauvola's idea in its cheapest form)."""
    window = max(15, min(page.shape) // 20) | 1
    return eight(cv2.adaptiveThreshold(page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 18))


def type_size(printed: Mask) -> float:
    """The height in pixels of the type in which most is set (its em); the usual one when there is hardly any text.

    A Latin letter is about half an em high, a Devanagari word, hung together by its bar, about one.
    """
    _, _, found, _ = cv2.connectedComponentsWithStats(printed, connectivity=8)
    width, height, area = (found[1:, column].astype(float) for column in (2, 3, 4))
    letters = (height >= 4) & (height <= _TYPE_MOST) & (width <= 12 * height) & (area >= 0.12 * width * height)
    letters &= (width >= 0.25 * height) & (area >= 8)
    if int(letters.sum()) < _LEAST_SPECKS:
        return _USUAL_TYPE
    sizes = np.where(width > _WIDE * height, height, _EM * height)[letters]
    rank = np.argsort(sizes)
    inked = np.cumsum(area[letters][rank])
    usual = sizes[rank][np.searchsorted(inked, _USUAL * inked[-1])]
    return float(np.clip(usual, _TYPE_LEAST, _TYPE_MOST))
