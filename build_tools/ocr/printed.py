"""PDF pages that hold their text keep it: its letters are not misread, as far as it is what the page shows.

Whether it is, is not believed but read: a text may belong to a font whose letters have other names (old Hindi fonts),
or say something that is not to be seen.  So a text of which the machine read most words too is
trusted, and a word of it is taken where the machine read about the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from build_tools.ocr.merge import combined, written
from build_tools.ocr.passes import Page
from build_tools.ocr.place import Place
from build_tools.ocr.values import Box, Row

_AGREED = 0.6
"""Part of the words of a text, at least, that were read in the same letters."""
_ALIKE = 0.75
"""Least likeness of what was read to a word of the text, 0 to 1 (``difflib``)."""
_ALONE = 60.0
"""Least confidence of a word that the page shows and its text lacks, as in a picture."""


def kept(page: Page, text: Sequence[tuple[str, Box]]) -> Page:
    """The page with the words of its own ``text`` in place of those read, wherever the two are about the same."""
    seen = {row.text for row in page.rows}
    if not text or sum(word in seen for word, _ in text) < _AGREED * len(text):
        return page
    read = [replace(row, box=page.place.back(row.box)) for row in page.rows]
    return Page(combined(read, _rows(text), _own), Place(page.place.size), page.languages)


def _own(read: list[Row], text: list[Row]) -> tuple[list[Row], bool]:
    if not read:
        return [], True
    if not text:
        return [row for row in read if row.confidence >= _ALONE], False
    one, other = written(read).lower(), written(text).lower()
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE and len(text) <= len(read)
    return (text, True) if alike or one == other else (read, False)


def _rows(text: Sequence[tuple[str, Box]]) -> list[Row]:
    """The words as an engine gives them; a line ends where the next word stands further left, or not beside."""
    rows: list[Row] = []
    line = 0
    for number, (word, box) in enumerate(text):
        before = text[number - 1][1] if number else box
        level = min(box[1] + box[3], before[1] + before[3]) - max(box[1], before[1]) > 0
        line += not (level and box[0] >= before[0])
        rows.append(Row(unicodedata.normalize("NFC", word), box, 100.0, 1, 1, line))
    return rows
