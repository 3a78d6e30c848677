"""PDF, through pdfium: each page drawn within bounds.

Only in a process that may die: the functions here decode a stranger's bytes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pypdfium2
from PIL import Image

from build_tools.images.pictures import plain
from build_tools.images.refusals import broken, too_many_pages
from build_tools.images.values import Limits, Refusal


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
