"""Spans of English text that have the shape of a person's name, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.identity.words import Known, common, cues, given, plain

_CAPITAL = re.compile(r"[A-Z][A-Za-z.'’]*")
_WORD = re.compile(r"[A-Za-z.'’/-]+")
_STOP = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Dr|St))(?<!\b(?:Mrs|Smt|Sri))[.!?]\s+(?=[A-Z\"'])|\n\s*\n|[!?।]")
_REACH = 80


@dataclass(frozen=True, slots=True)
class Name:
    """A span that has the shape of a name, of so many words.

    ``sure``: one of them is common as a name.  ``titled``: an adult's title stands before it.  ``placed``: "in", "near"
    or the like stands before it, as before the name of a place.
    """

    start: int
    end: int
    words: int
    sure: bool
    titled: bool
    placed: bool


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def has(text: str, cue: str) -> bool:
    """Whether a word of the list ``cue`` is among the words of ``text``."""
    return any(plain(word.strip(".'")) in cues()[cue] for word in words_of(text))


def names(text: str, start: int, end: int, known: Known) -> Iterator[Name]:
    """The names between two places of ``text``, in order."""
    row: list[re.Match[str]] = []
    for match in _CAPITAL.finditer(text, start, end):
        if row and text[row[-1].end() : match.start()] != " ":
            yield from _in_row(text, row, known)
            row = []
        row.append(match)
    yield from _in_row(text, row, known)


def before(text: str, at: int, known: Known, reach: int = _REACH) -> tuple[Name, str] | None:
    """The last name before ``at`` in its sentence, and what stands between the two."""
    return next(reversed(all_before(text, at, known, reach)), None)


def all_before(text: str, at: int, known: Known, reach: int = _REACH) -> list[tuple[Name, str]]:
    """The names before ``at`` in its sentence, each with what stands between the two."""
    start = max(0, at - reach)
    if stops := list(_STOP.finditer(text, start, at)):
        start = stops[-1].end()
    elif start:  # not in the middle of a word
        start = text.find(" ", start, at) + 1 or start
    return [(name, text[name.end : at]) for name in names(text, start, at, known)]


def after(text: str, at: int, known: Known, reach: int = _REACH) -> tuple[Name, str] | None:
    """The first name behind ``at`` in its sentence, and what stands between the two."""
    stop = _STOP.search(text, at, at + reach)
    end = stop.start() + 1 if stop else at + reach
    while not stop and end < len(text) and not text[end].isspace():
        end += 1
    found = next(names(text, at, end, known), None)
    return (found, text[at : found.start]) if found else None


def _bare(word: str) -> str:
    return plain(word.strip(".'’").removesuffix("'s").removesuffix("’s"))


def _fits(word: str, known: Known) -> bool:
    """Whether a word with a capital can be part of a name."""
    bare = _bare(word)
    if not word[1:].islower():  # all in capitals, an acronym, an initial
        return bare in given() and bare not in common()
    return len(bare) > 1 and bare not in common() and bare not in known.words and bare not in cues()["titles"]


def _in_row(text: str, row: list[re.Match[str]], known: Known) -> Iterator[Name]:
    """The name in words with capitals that follow one another; none when an organisation, law or work is named."""
    named = [match for match in row if _fits(match[0], known)]
    if not named or any(_bare(word) in cues()["bodies"] for word in _behind(text, row, named[-1])):
        return
    lead = _bare(_lead(text, row, named[0]))
    sure = any((bare := _bare(match[0])) in given() and bare not in common() for match in named)
    titled, placed = lead in cues()["titles"], lead in cues()["place_words"]
    yield Name(named[0].start(), named[-1].end(), len(named), sure, titled, placed)


def _behind(text: str, row: list[re.Match[str]], last: re.Match[str]) -> list[str]:
    """The words with capitals behind the last of a name, and one word more."""
    follows = _WORD.match(text, row[-1].end() + 1)
    return [match[0] for match in row[row.index(last) + 1 :]] + ([follows[0]] if follows else [])


def _lead(text: str, row: list[re.Match[str]], first: re.Match[str]) -> str:
    """The word before the first of a name."""
    if at := row.index(first):
        return row[at - 1][0]
    return next(reversed(words_of(text[max(0, first.start() - 25) : first.start()])), "")
