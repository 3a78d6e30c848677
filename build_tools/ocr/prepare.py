"""Makes a decoded page easier to read: grey, its own paper taken away, and neither too small nor too large.

Method: grey divided by the paper, which is the grey closed (dark marks filled from their surroundings) and
blurred.  It removes stains, folds, shadows and the tint of newsprint, and keeps the strokes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageMath

VERSION = 1
"""Part of every cache key: raise it when the same scan would be prepared, read or ordered in another way."""

_SMALL = 3_000_000
_LARGE = 12_000_000
_WINDOW = 25
_WINDOW_PART = 55


@dataclass(frozen=True, slots=True)
class Prepared:
    """``scale``: pixels of ``image`` for one pixel of the page as it was decoded."""

    image: Image.Image
    scale: float


def grey(page: Image.Image) -> Image.Image:
    return page if page.mode == "L" else page.convert("L")


Pick = Callable[[Image.Image, Image.Image], Image.Image]


def _reach(image: Image.Image, size: int, pick: Pick, direction: int) -> Image.Image:
    """Each pixel becomes the pick of the ``size`` × ``size`` pixels that start at it and go in ``direction``.

    The window doubles with each step, so a large one costs only a few steps.
    """
    done = 1
    while done < size:
        step = min(done, size - done) * direction
        for dx, dy in ((-step, 0), (0, -step)):
            moved = image.copy()  # beyond the edge the pixel itself counts
            moved.paste(image, (dx, dy))
            image = pick(image, moved)
        done += abs(step)
    return image


def paper(page: Image.Image, window: int) -> Image.Image:
    """The page without its print: the morphological closing of a grey ``page`` by a square, blurred."""
    filled = _reach(page, window, ImageChops.lighter, 1)
    closed = _reach(filled, window, ImageChops.darker, -1)
    return closed.filter(ImageFilter.GaussianBlur(window / 2))


def without_paper(page: Image.Image) -> Image.Image:
    """A grey ``page`` divided by its own paper: white where nothing is printed."""
    window = max(_WINDOW, max(page.size) // _WINDOW_PART)
    ratio = ImageMath.lambda_eval(
        lambda v: v["convert"](v["min"](v["page"] * 255 / v["max"](v["paper"], 1), 255), "L"),
        page=page,
        paper=paper(page, window),
    )
    if not isinstance(ratio, Image.Image):
        raise TypeError("the division of two images is an image")
    return ratio


def scale_for(size: tuple[int, int]) -> float:
    """How much larger a page of ``size`` pixels is made: twice for a small clipping, less than 1 for a huge scan."""
    pixels = size[0] * size[1]
    if pixels <= _SMALL:
        return 2.0
    return min(1.0, math.sqrt(_LARGE / pixels))


def prepared(page: Image.Image) -> Prepared:
    """``page`` (RGB or L, upright or not) as it is given to the engine."""
    scale = scale_for(page.size)
    image = grey(page)
    if scale < 1.0:
        image = _scaled(image, scale)
    image = without_paper(image)
    if scale > 1.0:
        image = _scaled(image, scale)
    return Prepared(image, scale)


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BICUBIC)
