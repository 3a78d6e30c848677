"""Which words look alike in a bad scan: letters that reading machines take for each other, in Latin and Devanagari.

:func:`skeleton` writes all letters of one family in the same way, so that two words with one skeleton may be one
word on paper.  :func:`near` asks further whether one letter was lost, added or taken for any other.
The families are those that are known of worn print: strokes of one height (h and b, u and n), round letters
(c, e, o), joined pairs (rn and m, cl and d); in Devanagari signs above the line, which are lost first, and letters
that differ by a bar or a loop (ब and व, भ and म, घ and ध, थ and य).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_PAIRS = {"rn": "m", "vv": "w", "cl": "d"}
_PAIR = re.compile("|".join(_PAIRS))
_FAMILIES = str.maketrans(
    {
        letter: family[0]
        for family in (
            *("l1i|j", "o0ce", "s5", "g9q", "bh6", "un", "ft", "vy"),
            *("िी", "ुू", "ेैॅ", "ोौॉ", "बव", "भम", "घध", "थय", "पष", "टठ", "डढङ", "ईइ", "ऊउ", "एऐ", "ओऔ", "शस", "णन"),
        )
        for letter in family
    }
)
_FAINT = dict.fromkeys(map(ord, "ं्ँः़"))
"""Signs above and below the line that a worn print loses."""


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """``word`` (normalised) with each letter as its family; words that look alike have the same."""
    if word.isascii():
        return _PAIR.sub(lambda pair: _PAIRS[pair[0]], word).translate(_FAMILIES)
    return word.translate(_FAINT).translate(_FAMILIES)


def deletions(word: str) -> Iterator[str]:
    """``word`` without one of its inner letters, each in turn."""
    yield from (word[:n] + word[n + 1 :] for n in range(1, len(word) - 1))


def near(one: str, other: str) -> bool:
    """True when one letter, neither the first nor the last, is lost, added or another."""
    if one[:1] != other[:1] or one[-1:] != other[-1:]:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and short in deletions(long)
