"""The place names of the vocabulary, each with what it may mean.

A name that only one place has means that place.  When several have it, an official name goes before another
name, and that before the name of a seat; a state and a district of the same name mean the state; whatever is
still shared is a homonym.  The list of ambiguous names overrules all this, and says for each name its kind:

* ``word`` -- also an ordinary word, a person's name, a river: needs an anchor beside it.
* ``capital`` -- the same, but only in small letters: "Gaya" is a town, "gaya" is not.
* ``homonym`` -- several places: the rest of the text must single one out.
* ``elsewhere`` -- the first place, unless the text speaks of another one's state.
* ``dateline`` -- news of elsewhere is sent from there: at the head of a story it counts only if nothing else does.
* ``town``, ``area`` -- a town within a district, a region or old district: the smallest place that holds all of
  the places named; a homonym if that is a whole country.
* ``other`` -- no place at all: swallows the place names inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.classify.matcher import Match, Matcher
from build_tools.classify.words import Token, words_of
from build_tools.model import Ambiguous, Newspaper, Place, Vocabulary

KINDS = ("word", "capital", "homonym", "elsewhere", "dateline", "town", "area", "other")
_SEAT, _ALIAS, _OFFICIAL = 1, 2, 3
_WEIGHTS = {_SEAT: 0.62, _ALIAS: 0.68, _OFFICIAL: 0.7}
_AMBIGUOUS_WEIGHT = 0.6
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What a name may mean.  ``kind`` is ``place`` or one of :data:`KINDS`."""

    kind: str
    places: tuple[str, ...]
    weight: float


def build(vocabulary: Vocabulary) -> Matcher[Name]:
    """The names of all places, ready to be found."""
    names = {**_newspapers(vocabulary), **_claimed(vocabulary), **_ambiguous(vocabulary)}
    matcher: Matcher[Name] = Matcher()
    for words, name in names.items():
        matcher.add([(word, (word,)) for word in words], name)
    return matcher


def mentions(matcher: Matcher[Name], tokens: Sequence[Token], text: str) -> list[Match[Name]]:
    """The names in ``tokens``, the longest wherever several begin, none inside another."""
    found: list[Match[Name]] = []
    for first, group in groupby(matcher.find(tokens), key=lambda match: match.first):
        if not found or first > found[-1].last:
            match = max(group, key=lambda match: match.last)
            if not (match.payload.kind in ("capital", "word") and text[tokens[first].start].islower()):
                found.append(match)
    return [_read_capital(match) for match in found]


def _read_capital(match: Match[Name]) -> Match[Name]:
    """A name that had to be written with a capital letter, and is."""
    name = match.payload
    if name.kind != "capital":
        return match
    return match._replace(payload=Name("place" if len(name.places) == 1 else "homonym", name.places, name.weight))


def _claimed(vocabulary: Vocabulary) -> dict[Words, Name]:
    claims: dict[Words, dict[int, list[str]]] = {}
    for place in vocabulary.places.values():
        for text, level in _names(place):
            owners = claims.setdefault(words_of(text), {}).setdefault(level, [])
            if place.id not in owners:
                owners.append(place.id)
    return {words: _settled(vocabulary, claim) for words, claim in claims.items() if words}


def _names(place: Place) -> Iterator[tuple[str, int]]:
    yield from ((name, _OFFICIAL) for name in place.names.values())
    yield from ((name, _ALIAS) for name in (*place.aliases, *place.former))
    yield from ((name, _SEAT) for name in re.split(r"[()]", place.seat))


def _settled(vocabulary: Vocabulary, claim: dict[int, list[str]]) -> Name:
    level = max(claim)
    owners = claim[level]
    by_depth = sorted(owners, key=lambda owner: len(vocabulary.lineage(owner)))
    outer, inner = by_depth[0], by_depth[-1]
    if all(owner in vocabulary.lineage(inner) for owner in owners):
        return Name("place", (inner if level == _SEAT else outer,), _WEIGHTS[level])
    return Name("homonym", tuple(owners), _AMBIGUOUS_WEIGHT)


def _ambiguous(vocabulary: Vocabulary) -> dict[Words, Name]:
    return {words: _ruled(vocabulary, entry) for entry in vocabulary.ambiguous if (words := words_of(entry.name))}


def _ruled(vocabulary: Vocabulary, entry: Ambiguous) -> Name:
    places = tuple(place for place in entry.candidates if place in vocabulary.places)
    if entry.kind not in ("town", "area"):
        return Name(entry.kind if entry.kind in KINDS else "homonym", places, _AMBIGUOUS_WEIGHT)
    held = holder(vocabulary, places)
    if held and (len(places) == 1 or vocabulary.places[held].kind in ("state", "district")):
        return Name("place", (held,), _AMBIGUOUS_WEIGHT)
    return Name("homonym", places, _AMBIGUOUS_WEIGHT)


def holder(vocabulary: Vocabulary, places: Sequence[str]) -> str | None:
    """The smallest place that holds all of ``places``."""
    lineages = [vocabulary.lineage(place) for place in places]
    shared = (p for p in lineages[0] if all(p in lineage for lineage in lineages)) if lineages else iter(())
    return next(shared, None)


def _newspapers(vocabulary: Vocabulary) -> dict[Words, Name]:
    """Names of several words, so that "The Times of India" does not speak of India."""
    names = (words_of(text) for paper in vocabulary.newspapers.values() for text in _titles(paper))
    return {words: Name("other", (), 0.0) for words in names if len(words) > 1}


def _titles(paper: Newspaper) -> Iterator[str]:
    yield from (paper.name, paper.name.removeprefix("The "), paper.native)
