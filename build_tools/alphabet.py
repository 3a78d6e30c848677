"""Letters and words as the search compares them, in every script that the bank is written in.

The browser does the same with a reader's query, so each function here has a twin in ``search/client/search.js``; a test
runs both over the same words.  What differs from language to language (word forms, spelling) is no matter of the
alphabet: see ``search/forms.py``.  Labels are learned by the same sounds (``classify/signs.py``).

Sources: Unicode Standard, chapter 12 (the Indic blocks share one layout, which ISCII gave them); the homorganic nasal
of the standard Hindi orthography (Kendriya Hindi Nirdeshalaya); consonant skeletons as in Soundex and its Indic kin.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks that only decorate: Latin accents, Indic nuktas, joiners, soft hyphen, variation selectors.
_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u093c\u09bc\u0a3c\u0abc\u0b3c\u200b-\u200f\u2060\ufe00-\ufe0f]|['\u2019]s(?![a-z])|['\u2019]"
)
_BINDU = re.compile("[\u0901\u0981\u0a01\u0a81\u0b01\u0c01\u0d01]")
# A nasal without vowel before a consonant of its own row is written as anusvara just as well: हिन्दी, हिंदी.
_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_DIGIT = re.compile(
    "[\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f]"
)
_WORD = re.compile(
    "[0-9a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0963\u0966-\u096f\u0971-\u1fff\u2c00-\u2dff\u3040-\ud7ff]+"
)
_SENTENCE_END = re.compile(r"[.!?।॥]+(?=\s|$)|\n+")

LONGEST = 40  # letters of a word that are kept

# Sound classes.  m and n are one, so are p and f, k and ch, j and z: people write the same Hindi word with either.
_LATIN = dict(zip("bcdfghjklmnpqrstvwxyz", "b k d p g h j k l n n p k r s t v v ks y j".split(), strict=True))
_INDIC = dict(zip(range(0x915, 0x93A), "kkggnkkjjnttddnttddnnppbbnyrrlllvsssh", strict=True))
_INDIC |= {0x902: "n"} | dict.fromkeys((0x90B, 0x943, 0x944, 0x960), "r")
_VIRAMA = 0x94D


def fold(text: str) -> str:
    """``text`` with all that writers vary freely made the same: case, accents, nukta, joiners, nasals, digits.

    Vowel signs stay: they tell words apart.
    """
    text = text.lower()
    if text.isascii():
        return _DROPPED.sub("", text) if "'" in text else text
    text = _DROPPED.sub("", unicodedata.normalize("NFD", text))
    text = _BINDU.sub(lambda m: chr(ord(m[0]) + 1), text)
    text = _NASAL.sub("ं", text.replace("ज्ञ", "ग्य"))
    return _DIGIT.sub(lambda m: str((ord(m[0]) & 0x7F) - 0x66), text)


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text))]


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence of ``text``; sentences without words are left out."""
    parts = (_WORD.findall(part) for part in _SENTENCE_END.split(fold(text)))
    return [[word[:LONGEST] for word in part] for part in parts if part]


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> str:
    """The consonant skeleton of a folded word in Latin letters, the same for बाल and "bal", "colour" and "color".

    Vowels, h and y count only at the start, and there all vowels are one.  Doubled consonants count once.  Digits and
    letters of other scripts stand for themselves.  The word is read from left to right and never looked ahead, so the
    key of a beginning is a beginning of the key.
    """
    key, last, touching = "", "", False  # touching: no vowel stands between the last consonant and this letter
    for char in word:
        code = ord(char)
        indic = 0x900 <= code < 0xD80
        place = 0x900 + (code & 0x7F)
        if indic and place == _VIRAMA:
            touching = True
            continue
        letter = _INDIC.get(place, "") if indic else _LATIN.get(char, "" if char in "aeiou" else char)
        if letter in ("h", "y") and key:
            touching = touching and char == "h"
        elif not letter:
            key, touching = key or "a", False
        else:
            if not (touching and letter == last):
                key += letter
            last, touching = letter, not indic and char in _LATIN
    return key
