"""Reads one scan from its bytes: decode, read page by page, put in order, join."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import accumulate

from build_tools import images
from build_tools.images import Refusal
from build_tools.model import Reading, Word
from build_tools.ocr import layout, tesseract
from build_tools.ocr.passes import Page, read_page
from build_tools.ocr.printed import kept
from build_tools.ocr.tesseract import Engine
from build_tools.ocr.values import Box, OcrSettings, Unread


def read(data: bytes, suffix: str, engine: Engine, settings: OcrSettings) -> Reading | Unread:
    """The reading of the scan ``data``.  Boxes are in pixels of the pages as decoded, one below the other."""
    deadline = time.monotonic() + settings.seconds
    pages = images.pages(data, suffix)
    if isinstance(pages, Refusal):
        return Unread(pages.code, pages.message, pages.hint)
    read_pages: list[Page] = []
    for page in pages:
        outcome = read_page(page, settings.languages, deadline)
        if isinstance(outcome, Unread):
            return outcome
        read_pages.append(outcome)
    if suffix.lower() == ".pdf":
        texts = images.printed(data, suffix)
        texts += [[]] * (len(pages) - len(texts))
        read_pages = [kept(page, words) for page, words in zip(read_pages, texts, strict=False)]
    text, words = _joined(read_pages)
    return Reading(
        text=text,
        words=tuple(words),
        languages=tuple(dict.fromkeys(code for page in read_pages for code in page.languages)),
        engine=tesseract.NAME,
        engine_version=engine.version,
        models=engine.models,
        pages=tuple(page.size for page in pages),
    )


def _joined(pages: list[Page]) -> tuple[str, list[Word]]:
    """The text of all pages and their words, with lines and blocks numbered on."""
    words: list[Word] = []
    texts: list[str] = []
    heights = [page.place.size[1] for page in pages]
    for page, above in zip(pages, accumulate(heights, initial=0), strict=False):
        pieces = layout.pieces_in(page.rows, page.place.back, page.place.size)
        last = words[-1] if words else None
        line, block = (last.line + 1, last.block + 1) if last else (0, 0)
        words += layout.words_of(pieces, line, block, _lowered(page, above))
        texts.append(layout.text_of(pieces))
    return "\n\n".join(text for text in texts if text), words


def _lowered(page: Page, above: int) -> Callable[[Box], Box]:
    """Where a box of the page as laid out is, with so many pixels of pages above."""

    def where(box: Box) -> Box:
        left, top, width, height = page.place.back(box)
        return left, top + above, width, height

    return where
