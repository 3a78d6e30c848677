"""Makes a decoded page easier to read: grey, its own paper taken away, and neither too small nor too large.

Method: grey divided by the paper, which is the grey closed (dark marks filled from their surroundings) and
blurred.  It removes stains, folds, shadows and the tint of newsprint, and keeps the strokes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageMath, ImageStat

VERSION = 1
"""Part of every cache key: raise it when the same scan would be prepared, read or ordered in another way."""

_SMALL = 3_000_000
_LARGE = 12_000_000
_WINDOW = 25
_WINDOW_PART = 55
_DARKEST = 0.6
_RULE_LENGTH = 3
_RULE_SHADE = 215


@dataclass(frozen=True, slots=True)
class Prepared:
    """``scale``: pixels of ``image`` for one pixel of the page as it was decoded."""

    image: Image.Image
    scale: float


def grey(page: Image.Image) -> Image.Image:
    return page if page.mode == "L" else page.convert("L")


Pick = Callable[[Image.Image, Image.Image], Image.Image]
_SQUARE = ((1, 0), (0, 1))
_DOWN = ((0, 1),)
_ACROSS = ((1, 0),)


def _reach(image: Image.Image, size: int, pick: Pick, axes: Sequence[tuple[int, int]], direction: int) -> Image.Image:
    """Each pixel becomes the pick of the ``size`` pixels that start at it and go in ``direction`` along each axis.

    The window doubles with each step, so a large one costs only a few steps.
    """
    done = 1
    while done < size:
        step = min(done, size - done) * direction
        for dx, dy in axes:
            moved = image.copy()  # beyond the edge the pixel itself counts
            moved.paste(image, (-step * dx, -step * dy))
            image = pick(image, moved)
        done += abs(step)
    return image


def _closed(image: Image.Image, size: int, axes: Sequence[tuple[int, int]] = _SQUARE) -> Image.Image:
    """``image`` without its dark parts that are narrower than ``size``."""
    filled = _reach(image, size, ImageChops.lighter, axes, 1)
    return _reach(filled, size, ImageChops.darker, axes, -1)


def paper(page: Image.Image, window: int) -> Image.Image:
    """The page without its print: the morphological closing of a grey ``page`` by a square, blurred.

    It is nowhere much darker than the page at large, so that a box printed in a colour is no paper.
    """
    closed = _closed(page, window).filter(ImageFilter.GaussianBlur(window / 2))
    darkest = round(_DARKEST * ImageStat.Stat(closed).median[0])
    return closed.point(lambda v: max(v, darkest))


def without_paper(page: Image.Image, window: int) -> Image.Image:
    """A grey ``page`` divided by its own paper: white where nothing is printed."""
    ratio = ImageMath.lambda_eval(
        lambda v: v["convert"](v["min"](v["page"] * 255 / v["max"](v["paper"], 1), 255), "L"),
        page=page,
        paper=paper(page, window),
    )
    if not isinstance(ratio, Image.Image):
        raise TypeError("the division of two images is an image")
    return ratio


def without_rules(page: Image.Image, window: int) -> Image.Image:
    """``page`` (white paper) without the thin vertical rules between its columns, which engines take for letters.

    A rule is dark over more than three windows from top to bottom and narrow; strips and pictures are not.
    """
    dark = page.point(lambda v: 0 if v < _RULE_SHADE else 255)
    leaning = _reach(_reach(dark, 2, ImageChops.darker, _ACROSS, 1), 2, ImageChops.darker, _ACROSS, -1)
    tall = _closed(leaning, _RULE_LENGTH * window, _DOWN)
    solid = _closed(dark, window // 3)
    rules = ImageChops.lighter(tall, ImageChops.invert(solid))
    return ImageChops.lighter(page, ImageChops.invert(rules))


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
    window = max(_WINDOW, max(image.size) // _WINDOW_PART)
    image = without_rules(without_paper(image, window), window)
    if scale > 1.0:
        image = _scaled(image, scale)
    return Prepared(image, scale)


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BICUBIC)
