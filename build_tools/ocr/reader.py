"""Reads one scan from its bytes: decode, prepare, turn upright, choose languages, read, order, join."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PIL import Image

from build_tools.images import Refusal, decode_bytes
from build_tools.model import Reading, Word
from build_tools.ocr import language, layout, tesseract
from build_tools.ocr.prepare import prepared
from build_tools.ocr.tesseract import Engine
from build_tools.ocr.values import Box, OcrSettings, Row, Unread

_TURN_SURE = 5.0
"""Least confidence in the orientation with which a page is turned."""


def read(data: bytes, suffix: str, engine: Engine, settings: OcrSettings) -> Reading | Unread:
    """The reading of the scan ``data``.  Boxes are in pixels of the pages as decoded, one below the other."""
    deadline = time.monotonic() + settings.seconds
    pages = decode_bytes(data, suffix)
    if isinstance(pages, Refusal):
        return Unread(pages.code, pages.message, pages.hint)
    words: list[Word] = []
    texts: list[str] = []
    used: dict[str, None] = {}
    above = 0
    for page in pages:
        outcome = _page(page, settings.languages, deadline)
        if isinstance(outcome, Unread):
            return outcome
        languages, rows = outcome
        used.update(dict.fromkeys(languages))
        blocks = layout.blocks_of([_lowered(row, above) for row in rows])
        last = words[-1] if words else None
        words += layout.words_of(blocks, last.line + 1 if last else 0, last.block + 1 if last else 0)
        texts.append(layout.text_of(blocks))
        above += page.height
    return Reading(
        text="\n\n".join(text for text in texts if text),
        words=tuple(words),
        languages=tuple(used),
        engine=tesseract.NAME,
        engine_version=engine.version,
        models=engine.models,
        pages=tuple(page.size for page in pages),
    )


def _page(page: Image.Image, allowed: Sequence[str], deadline: float) -> tuple[Sequence[str], list[Row]] | Unread:
    """The languages that one page was read in, and its words in pixels of the page as decoded."""
    ready = prepared(page)
    look = tesseract.layout(ready.image, deadline - time.monotonic())
    turn = look.rotate if look and look.rotate_confidence >= _TURN_SURE and look.rotate in (90, 180, 270) else 0
    upright = ready.image.rotate(-turn, expand=True) if turn else ready.image
    languages: Sequence[str] = language.choose(look, allowed)
    rows = tesseract.words(upright, language.load_order(languages), deadline - time.monotonic())
    if not isinstance(rows, Unread) and set(languages) != set(allowed) and language.doubtful(rows):
        again = tesseract.words(upright, language.load_order(allowed), deadline - time.monotonic())
        if not isinstance(again, Unread) and language.mean_confidence(again) > language.mean_confidence(rows):
            languages, rows = allowed, again
    if isinstance(rows, Unread):
        return rows
    return languages, [_as_decoded(row, turn, upright.size, ready.scale) for row in rows]


def turned_back(box: Box, turn: int, size: tuple[int, int]) -> Box:
    """``box`` in an image of ``size`` that was turned clockwise by ``turn`` degrees, as it lies in the image before."""
    left, top, width, height = box
    if turn == 90:
        return top, size[0] - left - width, height, width
    if turn == 180:
        return size[0] - left - width, size[1] - top - height, width, height
    if turn == 270:
        return size[1] - top - height, left, height, width
    return box


def _as_decoded(row: Row, turn: int, size: tuple[int, int], scale: float) -> Row:
    left, top, width, height = turned_back(row.box, turn, size)
    box = (round(left / scale), round(top / scale), max(1, round(width / scale)), max(1, round(height / scale)))
    return Row(row.text, box, row.confidence, row.block, row.paragraph, row.line)


def _lowered(row: Row, by: int) -> Row:
    left, top, width, height = row.box
    return Row(row.text, (left, top + by, width, height), row.confidence, row.block, row.paragraph, row.line)
