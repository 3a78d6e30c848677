"""Themes and occupations: the phrases of the vocabulary found in a text, weighed.

How a trigger is written says how it counts (``content/vocabulary/README.md`` tells librarians the same):

* ``brick kiln`` -- the words in this order, in any number or case ending; enough alone.
* ``school ?`` -- a hint: needs a second, different hit.
* ``to rescue`` -- an English verb in all its forms.
* ``to rescue + child`` -- both within a few words of each other in one sentence, in any order; enough alone.

A negative swallows the triggers of its own concept that lie inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_tools.classify.inflection import fold, forms
from build_tools.classify.matcher import Match, Matcher
from build_tools.classify.scoring import Hit, Scored, combined
from build_tools.classify.words import Token, words_of
from build_tools.model import Concept

ROMAN = "hi-Latn"
STRONG, HINT = 0.6, 0.3
_NEARBY = 12
"""How many words a trigger with ``+`` may span."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One trigger of one concept.  ``parts``: how many phrases must meet; 0: a negative."""

    concept: str
    text: str
    parts: int
    weight: float


Part = tuple[Cue, int]


class ConceptIndex:
    """All triggers of one axis."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self._plain: Matcher[Part] = Matcher()
        self._roman: Matcher[Part] = Matcher(fold)
        for concept in concepts.values():
            for language, phrases in concept.triggers.items():
                self._add_all(concept.id, language, phrases)
            for language, phrases in concept.negatives.items():
                for phrase in phrases:
                    self._add(language, phrase, (Cue(concept.id, phrase, 0, 0.0), 0))

    def _add_all(self, concept: str, language: str, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            text = phrase.removesuffix("?").rstrip()
            parts = [part for part in text.split(" + ") if words_of(part)]
            cue = Cue(concept, text, len(parts), STRONG if text == phrase else HINT)
            for number, part in enumerate(parts):
                self._add(language, part, (cue, number))

    def _add(self, language: str, phrase: str, payload: Part) -> None:
        words = words_of(phrase)
        if language == ROMAN:
            self._roman.add([(folded, (folded,)) for folded in map(fold, words)], payload)
            return
        verb = language == "en" and len(words) > 1 and phrase.startswith("to ")
        if verb:
            words = words[1:]
        named = [(f"to {word}" if verb and n == 0 else word, verb and n == 0) for n, word in enumerate(words)]
        self._plain.add([(name, forms(words[n], verb=v)) for n, (name, v) in enumerate(named)], payload)

    def score(self, tokens: Sequence[Token], title_end: int, *, roman: bool) -> dict[str, Scored]:
        """Concept id -> score and hits.  ``title_end``: how many of the tokens are the title's."""
        matches = self._plain.find(tokens)
        if roman:
            matches = matches + self._roman.find(tokens)
        grouped: dict[str, list[Match[Part]]] = defaultdict(list)
        for match in matches:
            grouped[match.payload[0].concept].append(match)
        found = {concept: _hits(group, tokens) for concept, group in grouped.items()}
        return {concept: combined(hits, len(tokens), title_end) for concept, hits in found.items() if hits}


def _hits(matches: Sequence[Match[Part]], tokens: Sequence[Token]) -> list[Hit]:
    """The hits of one concept: none inside a negative, none that adds no word to a better one."""
    walls = _Walls([(m.first, m.last) for m in matches if not m.payload[0].parts])
    live = [m for m in matches if m.payload[0].parts and not walls.hold(m.first, m.last)]
    whole = [Hit(m.payload[0].text, m.payload[0].weight, ((m.first, m.last),)) for m in live if m.payload[0].parts == 1]
    best = sorted((*whole, *_meetings(live, tokens)), key=lambda h: (-h.weight, -h.size, h.spans))
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in best:
        words = set(hit.words)
        if not words <= taken:
            taken |= words
            kept.append(hit)
    return sorted(kept, key=lambda h: h.spans)


class _Walls:
    """Spans of negatives, asked whether one of them holds another span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, first: int, last: int) -> bool:
        before = bisect_right(self._starts, first)
        return before > 0 and self._reach[before - 1] >= last


def _meetings(matches: Sequence[Match[Part]], tokens: Sequence[Token]) -> list[Hit]:
    """Triggers of several parts, wherever their parts meet."""
    places: dict[Cue, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for match in matches:
        cue, part = match.payload
        if cue.parts > 1:
            places[cue][part].append((match.first, match.last))
    hits = []
    for cue, parts in places.items():
        if len(parts) == cue.parts:
            for start in parts[0]:
                spans = _meeting(start, [parts[n] for n in range(1, cue.parts)], tokens)
                if spans:
                    hits.append(Hit(cue.text, cue.weight, spans))
    return hits


def _meeting(
    start: tuple[int, int], others: Sequence[Sequence[tuple[int, int]]], tokens: Sequence[Token]
) -> tuple[tuple[int, int], ...] | None:
    """``start`` and the nearest place of each other part, if all lie close together in one sentence."""
    sentence = tokens[start[0]].sentence
    spans = [start]
    for choices in others:
        window = choices[bisect_left(choices, (start[0] - _NEARBY, 0)) : bisect_left(choices, (start[1] + _NEARBY, 0))]
        near = [c for c in window if tokens[c[0]].sentence == sentence and (c[1] < start[0] or c[0] > start[1])]
        if not near:
            return None
        spans.append(min(near, key=lambda c: (abs(c[0] - start[0]), c)))
    spans.sort()
    return tuple(spans) if spans[-1][1] - spans[0][0] < _NEARBY else None
