"""PDF, through pdfium: each page drawn within bounds.

Only in a process that may die: the functions here decode a stranger's bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2
from PIL import Image

from build_tools.images.pictures import plain
from build_tools.images.refusals import broken, too_many_pages
from build_tools.images.values import Limits, Refusal

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""

_SCANNED = 0.7
"""Part of a page that one picture covers when the page is a scan."""
_MOST_WORDS = 20_000
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")
"""Letters that a font without names gives."""


def pages_of_pdf(data: bytes, limits: Limits) -> Iterator[Image.Image | Refusal]:
    """The pages of ``data`` as pictures, one after the other; a refusal is the last item.

    Raises what pdfium raises on damaged bytes.
    """
    document = _open(data, limits)
    if isinstance(document, Refusal):
        yield document
        return
    total = 0
    with document:
        if not len(document):
            yield broken("PDF")
        for page in document:
            width, height = page.get_size()
            image = page.render(scale=_scale(width, height, limits)).to_pil()
            total += image.width * image.height
            if total > limits.total_pixels:
                yield too_many_pages(limits)
                return
            yield plain(image)
            page.close()


def words_of_pdf(data: bytes, limits: Limits) -> list[list[tuple[str, Box]]] | Refusal:
    """The words that each page holds as text, with their boxes in pixels of the page as :func:`pages_of_pdf` draws it.

    A page that is mostly one picture has none: it is a scan, and what text lies over it is another program's reading.
    """
    document = _open(data, limits)
    if isinstance(document, Refusal):
        return document
    with document:
        return [[] if _is_scan(page) else list(_words(page, limits)) for page in document]


def _is_scan(page: Any) -> bool:
    width, height = page.get_size()
    most = 0.0
    for picture in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        most = max(most, (right - left) * (top - bottom) / (width * height))
    return most > _SCANNED


def _words(page: Any, limits: Limits) -> Iterator[tuple[str, Box]]:
    width, height = page.get_size()
    scale = _scale(width, height, limits)
    text = page.get_textpage()
    letters = text.get_text_range()
    for found in islice(re.finditer(r"\S+", letters), _MOST_WORDS):
        boxes = [text.get_charbox(number) for number in range(*found.span())]
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        sides = ((right - left) * scale, (top - bottom) * scale)
        if not _INVISIBLE.search(found[0]) and min(sides) > 0:
            box = (round(left * scale), round((height - top) * scale), max(1, round(sides[0])), max(1, round(sides[1])))
            yield found[0], box


def _scale(width: float, height: float, limits: Limits) -> float:
    """Pixels per point (1/72 inch) for a page of so many points: as ``pdf_dpi`` or what the limits leave."""
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError("a page without extent")
    return min(
        limits.pdf_dpi / 72, math.sqrt(limits.pdf_pixels / (width * height)), (limits.side - 1) / max(width, height)
    )


def _open(data: bytes, limits: Limits) -> Any:
    """The document, or a refusal; the caller closes it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return Refusal("image-locked", "The PDF is locked with a password.", "Save it without a password.")
        return broken("PDF")
    if len(document) > limits.pages:
        document.close()
        return too_many_pages(limits)
    return document
