"""Chooses the languages to read a page with, from the script that a quick look found."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from build_tools.ocr.tesseract import Layout
from build_tools.ocr.values import Row

_SCRIPTS = {
    "asm": "Bengali",
    "ben": "Bengali",
    "guj": "Gujarati",
    "hin": "Devanagari",
    "kan": "Kannada",
    "mal": "Malayalam",
    "mar": "Devanagari",
    "mya": "Myanmar",
    "nep": "Devanagari",
    "ori": "Oriya",
    "pan": "Gurmukhi",
    "san": "Devanagari",
    "tam": "Tamil",
    "tel": "Telugu",
    "urd": "Arabic",
}
"""Tesseract's names of languages and, as it names them too, of their scripts; any other language is Latin."""

LATIN = "Latin"
_NAMES = {name.upper(): name for name in set(_SCRIPTS.values())}
_SURE = 3.0


def script_of(language: str) -> str:
    return _SCRIPTS.get(language, LATIN)


def choose(page: Layout | None, allowed: Sequence[str]) -> tuple[str, ...]:
    """The languages for a page, the main one first.

    A page that is surely Latin is read in Latin languages only: another model would find its own letters in the
    dirt.  A page in an Indian script often has English words, so the Latin languages follow.  When the look gave
    nothing sure, all that are allowed are tried.
    """
    if page is None or page.script_confidence < _SURE:
        return tuple(allowed)
    main = [code for code in allowed if script_of(code) == page.script]
    if not main:
        return tuple(allowed)
    latin = [code for code in allowed if script_of(code) == LATIN and code not in main]
    return (*main, *latin)


def load_order(languages: Sequence[str]) -> list[str]:
    """In which order to give the languages to the engine: Latin ones first, whatever the page's main one.

    Measured on clippings in Hindi: with its Hindi model first, Tesseract 5.3 loses the digit 1 ("110", "2018").
    """
    return sorted(languages, key=lambda code: script_of(code) != LATIN)


_SHARE = 0.02
"""Part of a page's letters, at least, that a script's language counts for having been read."""


def _script(letter: str) -> str:
    """The script of a letter as :data:`_SCRIPTS` names it; the first word of its Unicode name says it."""
    return _NAMES.get(unicodedata.name(letter, "").split(" ", 1)[0], LATIN)


def of_words(rows: Sequence[Row], allowed: Sequence[str]) -> tuple[str, ...]:
    """Those of the languages whose script the words are in, the main one first; all when there are no words."""
    letters = Counter(_script(letter) for row in rows for letter in row.text if letter.isalpha())
    total = letters.total()
    found = [code for code in allowed if letters[script_of(code)] >= max(1, _SHARE * total)]
    return tuple(sorted(found, key=lambda code: -letters[script_of(code)])) or tuple(allowed)
