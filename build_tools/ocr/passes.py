"""Reads one page: once, and where that leaves doubt once more in another way, of which the surer words are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from PIL import Image

from build_tools.ocr import language, pixels, prepare, tesseract
from build_tools.ocr.merge import merged, sureness
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
        again = _read(prepare.second, page, tried.seen, found, deadline)
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
    languages = _languages(page, seen, allowed, deadline)
    tried = _read(prepare.first, page, seen, languages, deadline)
    if isinstance(tried, Unread) or not _lost(tried.rows):
        return tried
    best = tried
    for other in _other_ways(page, tried, deadline):
        again = _read(prepare.first, page, other, languages, deadline)
        if not isinstance(again, Unread) and _better(again.rows, best.rows):
            best = again
    return best


def _languages(page: Image.Image, seen: Look, allowed: Sequence[str], deadline: float) -> Sequence[str]:
    """All that are allowed; of many, those whose script a quick look finds."""
    if len({language.script_of(code) for code in allowed}) <= 2:
        return allowed
    grey, _ = prepare.first(page, seen)
    return language.choose(tesseract.layout(pixels.image(grey), deadline - monotonic()), allowed)


def _other_ways(page: Image.Image, tried: _Attempt, deadline: float) -> list[Look]:
    """Looks at a page that could hardly be read: turned as the engine thinks, or else merely upside down."""
    grey, _ = prepare.first(page, tried.seen)
    found = tesseract.layout(pixels.image(grey), deadline - monotonic())
    turn = found.rotate if found and found.rotate in (90, 180, 270) else 180
    return [prepare.look(page, (tried.seen.place.turn + turn) % 360)]


def _lost(rows: Sequence[Row]) -> bool:
    return bool(rows) and sureness(rows) < _LOST


def _better(rows: Sequence[Row], than: Sequence[Row]) -> bool:
    return sum(row.confidence * len(row.text) for row in rows) > sum(row.confidence * len(row.text) for row in than)


def _read(
    prepared: Callable[[Image.Image, Look], tuple[Grey, Place]],
    page: Image.Image,
    seen: Look,
    languages: Sequence[str],
    deadline: float,
) -> _Attempt | Unread:
    grey, place = prepared(page, seen)
    rows = tesseract.words(pixels.image(grey), language.load_order(languages), deadline - monotonic())
    return rows if isinstance(rows, Unread) else _Attempt(seen, place, rows)


def _rescaled(row: Row, factor: float) -> Row:
    left, top, width, height = (round(v * factor) for v in row.box)
    return replace(row, box=(left, top, width, height))
