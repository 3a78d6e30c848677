"""A text as words: where each stands in the original, and its form for comparing.

Comparing ignores what writers and readers of scans do differently: capitals, accents, nukta, zero-width
joiners, chandrabindu or anusvara, half nasals or anusvara (चम्पारण, चंपारण), Devanagari or European digits,
and whether two words are joined by a space or a hyphen.  The original text is never changed, so offsets hold.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Letters of one script or digits, never both: "27जुलाई2018" is three words.  A possessive 's is left outside.
# Vowel signs, virama and joiners are no letters for ``re``, so they are named.
_MARKS = "".join(c for c in map(chr, range(0x0300, 0x0E00)) if unicodedata.category(c)[0] == "M") + "\u200c\u200d"
_WORD = re.compile(rf"(\d++|(?:[^\W\d_]|[{_MARKS}])++)(?:['’]s(?![^\W_]))?")
_DROPPED = dict.fromkeys([*range(0x0300, 0x0370), 0x093C, 0x200C, 0x200D])
_HALF_NASAL = re.compile("[ङञणनम]\u094d(?=[क-ह])")
_ENDS_SENTENCE = re.compile(r"[.!?।॥]|\n\s*\n")
# What may stand inside a phrase.  A full stop may, after an abbreviation: "U.P.", "म.प्र.".
_JOINS = frozenset(("", "-", "‐", "‑", "–", "/", "&", "'", "’", '"', "“", "”", "‘"))
_ABBREVIATION, _ABBREVIATION_HINDI = 2, 3


class Token(NamedTuple):
    """One word.  ``start`` and ``end`` count characters of the text it came from."""

    norm: str
    start: int
    end: int
    joined: bool
    """True when it may continue a phrase that the word before belongs to."""
    sentence: int


@lru_cache(maxsize=100_000)
def normalise(word: str) -> str:
    """One word in its form for comparing."""
    if word.isascii():
        return word.lower()
    if word.isdecimal():
        return "".join(str(unicodedata.decimal(c)) for c in word)
    text = unicodedata.normalize("NFD", word).translate(_DROPPED).casefold()
    return _HALF_NASAL.sub("ं", text.replace("ँ", "ं"))


def tokenise(text: str) -> list[Token]:
    """The words of ``text`` in order.  A word that is nothing but marks is left out."""
    tokens: list[Token] = []
    end, sentence, norm = 0, 0, ""
    for match in _WORD.finditer(text):
        word = normalise(match[1])
        if not word:
            continue
        start, stop = match.span(1)
        joined = True
        if start != end + 1 or text[end] != " ":
            joined, ended = _gap(text[end:start], norm)
            sentence += ended
        end, norm = match.end(), word
        tokens.append(Token(norm, start, stop, joined and bool(tokens), sentence))
    return tokens


def _gap(gap: str, before: str) -> tuple[bool, bool]:
    """Whether a phrase may go on over ``gap``, and whether a sentence ended there."""
    core = gap.strip()
    if core in _JOINS:
        apart = gap.count("\n") > 1
        return not apart, apart
    if core == "." and len(before) <= (_ABBREVIATION if before.isascii() else _ABBREVIATION_HINDI):
        return True, False
    return False, bool(_ENDS_SENTENCE.search(gap))


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the vocabulary, in their form for comparing."""
    return tuple(token.norm for token in tokenise(phrase))
