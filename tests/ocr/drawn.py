"""Small pages to try single steps on, drawn with the font that Pillow brings along."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from build_tools.ocr.pixels import Grey, eight

PAPER, PRINT = 235, 25
SENTENCES = (
    "The office of the town counted its wells",
    "and found that nine of twenty had water",
    "in the month before the rain. A plan for",
    "the others was read aloud on Monday and",
    "nobody spoke against it. The pumps come",
    "from a workshop near the station, where",
    "six people mend what others throw away.",
    "A second count is promised after winter,",
    "with the same questions and a longer list",
    "of places that were left out this time.",
)


def font(size: int) -> ImageFont.FreeTypeFont:
    """The font, ``size`` pixels high."""
    found = ImageFont.load_default(size)
    assert isinstance(found, ImageFont.FreeTypeFont)
    return found


def typeset(lines: Sequence[str] = SENTENCES, size: int = 24, margin: int = 30) -> Image.Image:
    """The lines below one another on grey paper (L), which is as large as they need."""
    face, step = font(size), round(1.4 * size)
    width = round(max(face.getlength(line) for line in lines)) + 2 * margin
    page = Image.new("L", (width, len(lines) * step + 2 * margin), PAPER)
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        draw.text((margin, margin + number * step), line, fill=PRINT, font=face)
    return page


def bent(page: Image.Image, depth: float) -> Grey:
    """The page as a book's lies: its middle pushed down by ``depth`` pixels."""
    pixels = np.asarray(page)
    sunk = np.round(depth * np.sin(np.linspace(0, np.pi, page.width))).astype(int)
    rows = np.clip(np.arange(page.height + int(depth))[:, None] - sunk[None, :], 0, page.height - 1)
    return eight(pixels[rows, np.arange(page.width)[None, :]])
