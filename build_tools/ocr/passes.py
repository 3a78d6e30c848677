"""Reads one page: once, and where that leaves doubt once more in another way, of which the surer words are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

from PIL import Image

from build_tools.model import sureness
from build_tools.ocr import language, pixels, prepare, tesseract
from build_tools.ocr.merge import merged
from build_tools.ocr.pixels import Grey
from build_tools.ocr.place import Place
from build_tools.ocr.prepare import Look
from build_tools.ocr.values import Row, Unread

_LOST = 62.0
"""A first pass that is less sure than this has perhaps been read upside down."""
_DOUBT, _DOUBTFUL = 80.0, 0.03
"""A page is read again when so large a part of its letters stands in words that are less sure than ``_DOUBT``."""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one page in pixels of the page as laid out, ``place`` of those pixels, and the languages found."""

    rows: list[Row]
    place: Place
    languages: tuple[str, ...]


Prepared = tuple[Grey, Place]
"""A page as it is given to the engine, and where its pixels come from."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A look at the page, and the words that were read with it."""

    seen: Look
    place: Place
    rows: list[Row]


def read_page(page: Image.Image, allowed: Sequence[str], deadline: float) -> Page | Unread:
    """The words on ``page`` (RGB or L) in the languages ``allowed``, until ``deadline`` (of the monotonic clock)."""
    tried = _upright(page, allowed, deadline)
    if isinstance(tried, Unread):
        return tried
    rows, found = tried.rows, language.of_words(tried.rows, allowed)
    if monotonic() < deadline and (tried.seen.marked or doubt(rows) >= _DOUBTFUL):
        again = _read(prepare.second(page, tried.seen), tried.seen, found, deadline)
        if not isinstance(again, Unread):  # the first reading stands
            rows = merged(rows, [_rescaled(row, tried.place.scale / again.place.scale) for row in again.rows])
    return Page(rows, tried.place, language.of_words(rows, allowed))


def doubt(rows: Sequence[Row]) -> float:
    """Which part of the letters, 0 to 1, stands in doubtful words; 1 when there are none."""
    letters = sum(len(row.text) for row in rows)
    return sum(len(row.text) for row in rows if row.confidence < _DOUBT) / letters if letters else 1.0


def _upright(page: Image.Image, allowed: Sequence[str], deadline: float) -> _Attempt | Unread:
    """The first reading, of the page turned upright."""
    seen = prepare.look(page)
    prepared = prepare.first(page, seen)
    languages = _languages(prepared, allowed, deadline)
    tried = _read(prepared, seen, languages, deadline)
    if isinstance(tried, Unread) or not _lost(tried.rows):
        return tried
    other = prepare.look(page, (seen.place.turn + _turn(prepared, deadline)) % 360)
    again = _read(prepare.first(page, other), other, languages, deadline)
    return again if not isinstance(again, Unread) and _better(again.rows, tried.rows) else tried


def _languages(prepared: Prepared, allowed: Sequence[str], deadline: float) -> Sequence[str]:
    """All that are allowed; of many, those whose script a quick look finds."""
    if len({language.script_of(code) for code in allowed}) <= 2:
        return allowed
    return language.choose(_layout(prepared, deadline), allowed)


def _turn(prepared: Prepared, deadline: float) -> int:
    """Degrees by which to turn a page that could hardly be read: as the engine thinks, or else upside down."""
    found = _layout(prepared, deadline)
    return found.rotate if found and found.rotate in (90, 180, 270) else 180


def _layout(prepared: Prepared, deadline: float) -> tesseract.Layout | None:
    return tesseract.layout(pixels.image(prepared[0]), deadline - monotonic())


def _lost(rows: Sequence[Row]) -> bool:
    return bool(rows) and sureness(rows) < _LOST


def _better(rows: Sequence[Row], than: Sequence[Row]) -> bool:
    return sum(row.confidence * len(row.text) for row in rows) > sum(row.confidence * len(row.text) for row in than)


def _read(prepared: Prepared, seen: Look, languages: Sequence[str], deadline: float) -> _Attempt | Unread:
    grey, place = prepared
    rows = tesseract.words(pixels.image(grey), language.load_order(languages), deadline - monotonic())
    return rows if isinstance(rows, Unread) else _Attempt(seen, place, rows)


def _rescaled(row: Row, factor: float) -> Row:
    left, top, width, height = (round(v * factor) for v in row.box)
    return replace(row, box=(left, top, width, height))
