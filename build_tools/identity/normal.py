"""Text as the detectors read it: one form for every digit, hyphen and space, nothing invisible, no marks of markup.

Numbers are hidden by writing them in another script's digits, by joiners between them, or by bold type for one half.
What is found must be named by its place in the file, so each character remembers where it stood.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

# Default-ignorable characters that are not of the category Cf (Unicode, DerivedCoreProperties.txt), and the keycap.
_IGNORED = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u20e3\u3164\ufe00-\ufe0f\uffa0]")
_DASHES = "\u2212\u2043\u02d7\ufe58\u30fc"  # of other categories than Pd
# Inline HTML, entities, and the signs of Markdown and BibTeX that stand between letters without being read.
_MARKUP = re.compile(r"<[^<>]{0,300}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});|[*`{}~]+|\\(?=\W)|__")
_SPACED = re.compile(r"</?(?:br|p|li|td|th|tr|div|h\d)\b", re.I)


@dataclass(frozen=True, slots=True)
class Normal:
    """``text`` and, for each of its characters, the place of the one it came from; ``None``: the same place."""

    text: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of ``text`` as a span of the text that was given."""
        if self.places is None or start >= end:
            return start, end
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=20_000)
def _one(char: str) -> str:
    """A character as the detectors read it: empty for one that is not seen."""
    category = unicodedata.category(char)
    if category == "Cf" or _IGNORED.match(char):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Pd" or char in _DASHES:
        return "-"
    return " " if category == "Zs" else unicodedata.normalize("NFKC", char)


def fold(text: str) -> str:
    """``text`` in the detectors' form, for words of our own lists."""
    return text if text.isascii() else "".join(map(_one, text))


def normalise(text: str, *, markup: bool = False) -> Normal:
    """``text`` in one form.  ``markup``: signs of Markdown, HTML and BibTeX are taken out, and entities read."""
    given = _unmarked(text) if markup and _MARKUP.search(text) else Normal(text)
    if given.text.isascii():
        return given
    parts = [_one(char) for char in given.text]
    made = "".join(parts)
    places = given.places or range(len(given.text))
    if given.places is None and len(made) == len(text) and all(len(part) == 1 for part in parts):
        return Normal(made)
    return Normal(made, list(chain.from_iterable([at] * len(part) for at, part in zip(places, parts, strict=True))))


def _unmarked(text: str) -> Normal:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in _MARKUP.finditer(text):
        parts += [text[at : match.start()], read := _read(match[0])]
        places += [*range(at, match.start()), *([match.start()] * len(read))]
        at = match.end()
    parts.append(text[at:])
    places.extend(range(at, len(text)))
    return Normal("".join(parts), places)


def _read(sign: str) -> str:
    if sign.startswith("&"):
        return html.unescape(sign)
    if sign == "~":
        return " "  # BibTeX's space that does not break
    return "\n" if _SPACED.match(sign) else ""
