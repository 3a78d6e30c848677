"""Bytes in, plain pixels or a refusal out, in this process.

For processes that may die (``confine``, the readers of scans): everybody else asks ``build_tools.images``.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from PIL import Image

from build_tools.images.formats import format_of
from build_tools.images.pdf import pages_of_pdf
from build_tools.images.pictures import pages_of_picture
from build_tools.images.refusals import broken, too_many_pixels, too_much_memory
from build_tools.images.values import DEFAULT_LIMITS, Limits, Refusal

T = TypeVar("T")


def decode_bytes(data: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS) -> list[Image.Image] | Refusal:
    """The pages in ``data`` as RGB or L images made anew from their pixels.  ``suffix`` as in the name: ``.jpg``."""
    return of_each_page(data, suffix, limits, lambda page: page)


def of_each_page(
    data: bytes, suffix: str, limits: Limits, use: Callable[[Image.Image], T], most: int | None = None
) -> list[T] | Refusal:
    """What ``use`` gives for each page, or each of the first ``most``; one page is held in memory at a time.

    A refusal for whatever a decoder raises on hostile bytes; warnings of a decoder are errors.
    """
    name = format_of(data, suffix)
    if isinstance(name, Refusal):
        return name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            pages = pages_of_pdf(data, limits) if name == "PDF" else pages_of_picture(data, name, limits)
            return _used(islice(pages, most), use)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return too_many_pixels(limits)
    except MemoryError:
        return too_much_memory()
    except Exception:  # decoders raise nearly anything, and each means the same to the sender
        return broken(name)


def _used(pages: Iterator[Image.Image | Refusal], use: Callable[[Image.Image], T]) -> list[T] | Refusal:
    found: list[T] = []
    for page in pages:
        if isinstance(page, Refusal):
            return page
        found.append(use(page))
    return found
