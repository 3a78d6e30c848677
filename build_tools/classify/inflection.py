"""The forms in which a word of the vocabulary may stand in a text.

Light rules instead of a stemmer: forms are made from the word that a librarian wrote, never the other way
round, so "training" does not meet "train".  Some of the forms are no words; they do no harm because no text
holds them.

* English: plural and singular; -our/-or, -ise/-ize, -tre/-ter; with ``verb``: -s, -ed, -ing.
* Hindi: the oblique and plural endings of nouns (कमरा, कमरे, कमरों; नदी, नदियां, नदियों; किताब, किताबें, किताबों), and
  for a word in -ना the forms of the verb (उठाना: उठाया, उठाए, उठाकर, उठाने).
* Hindi in Latin letters: :func:`fold` writes alike what people spell differently (zameen, jamin).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.classify.language import IRREGULAR, IRREGULAR_VERBS

_SINGULAR = {plural: singular for singular, plural in IRREGULAR.items()}
_HISSING = ("s", "x", "z", "ch", "sh")
_DOUBLED = re.compile("[^aeiou][aeiou][^aeiouwxy]$")
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_SHORTEST_PLURAL = 4
_FOLDS = (("ph", "f"), ("ee", "i"), ("oo", "u"), ("z", "j"), ("w", "v"), ("q", "k"), ("x", "ks"))


def forms(word: str, *, verb: bool = False) -> frozenset[str]:
    """The forms of a normalised ``word``, itself among them."""
    if _DEVANAGARI.search(word):
        return frozenset((word, *_hindi(word)))
    if not word.isascii() or not word.isalpha():
        return frozenset((word,))
    found = {word, *_number(word), *(_conjugated(word) if verb else ())}
    return frozenset(spelling for form in found for spelling in _spellings(form))


def _number(word: str) -> Iterator[str]:
    """Plural of a singular, singular of a plural."""
    if word in IRREGULAR or word in _SINGULAR:
        yield IRREGULAR.get(word) or _SINGULAR[word]
        return
    yield _with_s(word)
    if word.endswith("man"):
        yield word[:-2] + "en"
    if word.endswith("fe"):
        yield word[:-2] + "ves"
    if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
        if word.endswith("ies"):
            yield word[:-3] + "y"
        elif word.endswith(("ches", "shes", "xes", "sses")):
            yield word[:-2]


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSING) else "s")


def _conjugated(verb: str) -> Iterator[str]:
    yield _with_s(verb)
    yield from IRREGULAR_VERBS.get(verb, ())
    stem = verb.removesuffix("e")
    yield from (stem + "ed", stem + "ing")
    if verb.endswith("y"):
        yield verb[:-1] + "ied"
        yield verb + "ing"
    if _DOUBLED.search(verb):
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def _spellings(word: str) -> Iterator[str]:
    """British and American spelling of one word."""
    yield word
    if len(word) > 5 and "our" in word:
        yield word.replace("our", "or")
    if re.search("is(?:e|es|ed|ing|ation|ations)$", word):
        yield re.sub("is(e|es|ed|ing|ation|ations)$", r"iz\1", word)
    if word.endswith("tre"):
        yield word[:-3] + "ter"


def _hindi(word: str) -> Iterator[str]:
    stem, last = word[:-1], word[-1]
    if word.endswith("ना") and len(word) > 3:
        yield from _hindi_verb(word[:-2])
    if last in "ाे":
        yield from (stem + ending for ending in ("ा", "े", "ों", "ाएं", "ाओं"))
    elif last in "ीि":
        yield from (stem + "ियां", stem + "ियों")
    elif last == "ई":
        yield from (stem + "इयां", stem + "इयों")
    elif last in "ूु":
        yield from (stem + "ुओं", stem + "ुएं")
    elif "क" <= last <= "ह":
        yield from (word + "ों", word + "ें")


def _hindi_verb(stem: str) -> Iterator[str]:
    yield from (stem + ending for ending in ("ना", "ने", "नी", "ता", "ते", "ती", "कर", "के"))
    endings = ("या", "ये", "ए", "यी", "ई", "यीं", "ईं") if stem[-1] in "ाेो" else ("ा", "े", "ी", "ीं")
    yield from (stem + ending for ending in endings)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word of Hindi in Latin letters, in the form in which its usual spellings meet."""
    for old, new in _FOLDS:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub("c+h(?:ch)*", "ch", word))
