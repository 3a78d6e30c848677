"""Whether a picture may show a person, by the cascades of faces and bodies that come with OpenCV.

P. Viola, M. Jones, Rapid Object Detection using a Boosted Cascade of Simple Features, CVPR 2001.  A printed face is
small and made of dots, so the picture is softened and looked at in two sizes; a face that is missed costs more than a
drawing that two people have to look at.  Letters look like faces to the cascades, so what lies in lines of text (few
shades of grey) does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from build_tools.identity.looked import SIDE

_STEP = 1.12
_FRONT, _FRONT_TOO, _SIDE = "frontalface_alt2", "frontalface_default", "profileface"
# By how much the picture is shrunk and softened (sigma in pixels); and for each cascade the neighbouring hits that it
# takes, the least side of a face in pixels of the shrunk picture, and whether the mirror image is looked at as well.
_LOOKS = (
    (1, 1.2, ((_FRONT, 3, 28, False), (_FRONT_TOO, 4, 44, False))),
    (2, 1.1, ((_FRONT, 4, 22, False), (_SIDE, 3, 22, True))),
)
Box = tuple[int, int, int, int]


@cache
def _cascade(name: str) -> Any:
    cv2.setNumThreads(1)  # several give the hits in another order each time
    return cv2.CascadeClassifier(str(Path(str(cv2.__file__)).parent / "data" / f"haarcascade_{name}.xml"))


def may_show_a_person(image: Image.Image) -> bool:
    """Whether a face is found in ``image`` (RGB or L, upright)."""
    return next(faces(image), None) is not None


def faces(image: Image.Image) -> Iterator[Box]:
    """Left, top, width and height, in pixels of the picture as it is looked at, of what may be a face."""
    grey = image.convert("L")
    grey.thumbnail((SIDE, SIDE))
    plain = np.asarray(grey)
    for shrunk, sigma, cascades in _LOOKS:
        pixels = cv2.GaussianBlur(plain[: len(plain) // shrunk * shrunk], (0, 0), sigma * shrunk)[::shrunk, ::shrunk]
        even = cv2.equalizeHist(np.ascontiguousarray(pixels)) if shrunk > 1 else pixels
        for cascade, neighbours, least, mirrored in cascades:
            for box in _hits(even, cascade, neighbours, least, mirrored):
                left, top, width, height = (shrunk * value for value in box)
                if _is_toned(plain[top : top + height, left : left + width]):
                    yield left, top, width, height


def _hits(pixels: Any, cascade: str, neighbours: int, least: int, mirrored: bool) -> Iterator[Box]:
    for turned in (pixels, cv2.flip(pixels, 1)) if mirrored else (pixels,):
        for found in _cascade(cascade).detectMultiScale(turned, _STEP, neighbours, minSize=(least, least)):
            left, top, width, height = (int(value) for value in found)
            yield (left if turned is pixels else pixels.shape[1] - left - width), top, width, height


def _is_toned(pixels: Any) -> bool:
    """Whether a part has the shades of a photograph: letters are dark or light, with little in between."""
    soft = cv2.GaussianBlur(pixels, (0, 0), 1.5).astype("float32")
    low, high = np.percentile(soft, (5, 95))
    if high - low < 24:
        return False
    middle = (soft > low + 0.25 * (high - low)) & (soft < high - 0.25 * (high - low))
    return bool(middle.mean() > 0.28)
