"""Groups the forms of a word while the index is made, so that no stemmer has to travel to the reader.

Stems are Snowball's (https://snowballstem.org) for the languages that it has; what a stemmer cannot know, spelling
and irregular plurals, is put right before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import Stemmer

from build_tools.alphabet import words

Stem = Callable[[str], str]

# BCP 47 language -> Snowball's name, for languages whose script alone does not say which they are.
_SNOWBALL = {
    "en": "english", "fr": "french", "de": "german", "es": "spanish", "pt": "portuguese", "it": "italian",
    "nl": "dutch", "id": "indonesian", "tr": "turkish", "hi": "hindi", "ne": "nepali", "ta": "tamil",
}  # fmt: skip
# First letter of a script's block, last letter, the language whose stemmer serves when the record's own does not.
_SCRIPTS = ((0x0900, 0x097F, "hi", ("hi", "ne")), (0x0B80, 0x0BFF, "ta", ("ta",)))

_ENGLISH = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"our(?=$|s$|ed$|er|ing|al)", "or"),  # colour, color
        (r"is(?=e$|es$|ed$|er$|ers$|ing$|ation)", "iz"),  # organise, organization
        (r"ys(?=e$|ed$|ing$)", "yz"),  # analyse
        (r"(?<=[a-z]{3})ogue(?=s?$)", "og"),  # catalogue
        (r"(?<=[a-z])tre(?=s?$)", "ter"),  # centre
        (r"mme(?=$|s$|d)", "m"),  # programme
        (r"ll(?=ed$|ing$|er)", "l"),  # travelling
        (r"ence(?=s?$)", "ense"),  # licence, defence
        (r"ck(?=(ing|ed|ers?)$)", "c"),  # panicking goes with panic
    )
)
_IRREGULAR = dict(
    pair.split()
    for pair in (
        "children child", "women woman", "men man", "feet foot", "teeth tooth", "wives wife", "lives life",
        "judgement judgment", "judgements judgment", "sold sell", "fled flee",
    )
)  # fmt: skip


@cache
def _stemmer(language: str) -> Stem:
    stemmer = Stemmer.Stemmer(_SNOWBALL[language])
    stemmer.maxCacheSize = 0
    return stemmer.stemWord  # type: ignore[no-any-return]


def language_of(word: str, language: str) -> str:
    """The language whose stemmer serves ``word`` in a text in ``language``; empty when there is none."""
    code = ord(max(word))
    if code < 0x250:
        first = language.split("-")[0]
        return first if first in _SNOWBALL and first not in ("hi", "ne", "ta") else "en"
    for low, high, default, choices in _SCRIPTS:
        if low <= code <= high:
            return language if language in choices else default
    return ""


def group_key(word: str, language: str) -> str:
    """What the forms of one word have in common: the same key for "rescued" and "rescues", for किताब and किताबों."""
    if not word.isalpha() and word[:1].isdigit():
        return word
    own = language_of(word, language)
    if not own:
        return word
    if own == "en":
        word = _IRREGULAR.get(word) or _respelt(word)
    return f"{own}:{_stemmer(own)(word)}"


def _respelt(word: str) -> str:
    if len(word) > 4:
        for pattern, replacement in _ENGLISH:
            word = pattern.sub(replacement, word, count=1)
    return word


@cache
def function_words() -> frozenset[str]:
    """Folded words that say nothing about what a text is about, such as "the" and "है"; queries pass them over."""
    folder = Path(__file__).parent / "function_words"
    return frozenset(word for file in sorted(folder.glob("*.txt")) for word in words(file.read_text(encoding="utf-8")))
