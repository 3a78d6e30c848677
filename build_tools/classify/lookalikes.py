"""Which words look alike in a bad scan: letters that reading machines take for each other, in Latin and Devanagari.

:func:`skeleton` writes all letters of one family in the same way, so that two words with one skeleton may be one
word on paper.  The families are those that are known of worn print: strokes of one height (h and b, u and n), round
letters (c and e, o and 0), joined pairs (rn and m, cl and d); in Devanagari the signs above and below the line, which
are lost first, and letters that differ by a bar or a loop (ब and व, भ and म, घ and ध, थ and य).  :func:`near` asks
whether one inner letter was lost, added or taken for any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_PAIRS = {"rn": "m", "vv": "w", "cl": "d"}
_PAIR = re.compile("|".join(_PAIRS))


def _families(*families: str) -> dict[int, str]:
    return {ord(letter): family[0] for family in families for letter in family}


_SIGNS = _families("िी", "ुू", "ेैॅ", "ोौॉ", "बव", "ईइ", "ऊउ", "एऐ", "ओऔ")
_LETTERS = _families("l1i|", "o0", "ce", "s5", "g9q", "bh6", "un", "भम", "घध", "थय", "पष", "टठ", "डढङ", "शस", "णन")
_FAINT = dict.fromkeys(map(ord, "ं्ँः़"))
"""Signs above and below the line that a worn print loses."""
_SURE_LENGTH, _CLEAN = 5, 3


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """``word`` (normalised) with each letter as its family; words that look alike have the same.

    In short words only what is lost or taken for another every day counts: in Devanagari signs, ब and व.
    """
    if word.isascii():
        return _PAIR.sub(lambda pair: _PAIRS[pair[0]], word).translate(_LETTERS)
    bare = word.translate(_FAINT).translate(_SIGNS)
    return bare.translate(_LETTERS) if len(bare) >= _SURE_LENGTH else bare


def deletions(word: str) -> Iterator[str]:
    """``word`` without one of its inner letters, each in turn."""
    yield from (word[:n] + word[n + 1 :] for n in range(1, len(word) - 1))


def alike(one: str, other: str) -> bool:
    """True when few letters of two words with one skeleton differ: at most a third."""
    if len(one) != len(other):
        return True
    return sum(a != b for a, b in zip(one, other, strict=True)) * _CLEAN <= len(one)


def near(one: str, other: str) -> bool:
    """True when one letter, neither the first nor the last, is lost, added or another."""
    if one[:1] != other[:1] or one[-1:] != other[-1:]:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and short in deletions(long)
