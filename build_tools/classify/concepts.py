"""Themes and occupations: the phrases of the vocabulary found in a text, weighed.

How a trigger is written says how it counts (the README beside the vocabulary tells librarians the same):

* ``water pump`` -- the words in this order, in any number or case ending; enough alone.
* ``pump ?`` -- a hint: needs other, different hits, in a text where something is certain.
* ``to repair`` -- an English verb in all its regular forms.
* ``to repair + pump / well`` -- both within a few words of each other in one sentence, in any order; ``/``
  parts phrases of which one is enough.
* ``flood & pump`` -- both anywhere in the text.

A negative swallows the triggers of its own concept that lie inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_tools.classify.inflection import fold, forms
from build_tools.classify.matcher import Matcher
from build_tools.classify.scoring import HINT, MEETING, PHRASE, STRONG, Hit, Scored, combined
from build_tools.classify.words import Token, words_of
from build_tools.model import Concept

ROMAN = "hi-Latn"
_NEARBY = 12
"""How many words a trigger with ``+`` may span."""


@dataclass(frozen=True, eq=False, slots=True)
class Cue:
    """One trigger of one concept; with the weight 0 a negative.  ``parts`` are the phrases that must meet."""

    concept: str
    text: str
    weight: float
    parts: tuple[str, ...] = ()
    wide: bool = False
    """True when the parts need not stand near each other."""


Span = tuple[int, int]
Spans = dict[str, list[Span]]


class ConceptIndex:
    """All triggers of one axis."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self._plain: Matcher[Cue | str] = Matcher()
        self._roman: Matcher[Cue | str] = Matcher(fold)
        self._meetings: dict[str, list[Cue]] = {}
        meetings: list[Cue] = []
        for concept in concepts.values():
            for language, phrases in concept.triggers.items():
                meetings += [cue for phrase in phrases if (cue := self._trigger(concept.id, language, phrase)).parts]
            for language, phrases in concept.negatives.items():
                for phrase in phrases:
                    self._add(language, phrase, Cue(concept.id, phrase, 0.0))
        self._index(meetings)

    def _trigger(self, concept: str, language: str, phrase: str) -> Cue:
        text = phrase.removesuffix("?").rstrip()
        weight = HINT if text != phrase else PHRASE if len(words_of(text.removeprefix("to "))) > 1 else STRONG
        pieces = [piece for piece in re.split(" [+&] ", text) if words_of(piece)]
        if len(pieces) < 2:
            cue = Cue(concept, text, weight)
            self._add(language, text, cue)
            return cue
        wide = " & " in text
        parts = tuple(f"{language} {piece}" for piece in pieces)
        return Cue(concept, text, min(weight, STRONG if wide else MEETING), parts, wide)

    def _index(self, cues: Sequence[Cue]) -> None:
        """Files each trigger of several parts under its rarest part: a word in many triggers shall not wake all."""
        shared = Counter(part for cue in cues for part in cue.parts)
        for part in shared:
            language, _, phrase = part.partition(" ")
            self._add(language, phrase, part)
        for cue in cues:
            self._meetings.setdefault(min(cue.parts, key=lambda part: shared[part]), []).append(cue)

    def _add(self, language: str, piece: str, payload: Cue | str) -> None:
        for phrase in piece.split(" / "):
            words = words_of(phrase)
            if language == ROMAN:
                self._roman.add([(folded, (folded,)) for folded in map(fold, words)], payload)
            elif language == "en" and len(words) > 1 and phrase.startswith("to "):
                self._plain.add([(f"to {words[1]}", forms(words[1], verb=True)), *_named(words[2:])], payload)
            else:
                self._plain.add(_named(words), payload)

    @property
    def matchers(self) -> tuple[Matcher[Cue | str], ...]:
        """All that looks for words."""
        return self._plain, self._roman

    def score(self, tokens: Sequence[Token], title_end: int, *, roman: bool) -> dict[str, Scored]:
        """Concept id -> score and hits.  ``title_end``: how many of the tokens are the title's."""
        matches = self._plain.find(tokens)
        if roman:
            matches = matches + self._roman.find(tokens)
        walls: Spans = defaultdict(list)
        parts: Spans = defaultdict(list)
        hits: dict[str, list[Hit]] = defaultdict(list)
        for first, last, payload in matches:
            if isinstance(payload, str):
                parts[payload].append((first, last))
            elif payload.weight:
                hits[payload.concept].append(Hit(payload.text, payload.weight, ((first, last),)))
            else:
                walls[payload.concept].append((first, last))
        for cue, spans in self._met(parts, tokens):
            hits[cue.concept].append(Hit(cue.text, cue.weight, spans))
        found = {concept: _best(some, _Walls(walls[concept])) for concept, some in hits.items()}
        return {concept: combined(some, len(tokens), title_end) for concept, some in found.items() if some}

    def _met(self, parts: Spans, tokens: Sequence[Token]) -> Iterator[tuple[Cue, tuple[Span, ...]]]:
        """Triggers of several parts, wherever their parts meet."""
        for part, starts in parts.items():
            for cue in self._meetings.get(part, ()):
                others = [parts[other] for other in cue.parts if other != part and other in parts]
                if len(others) == len(cue.parts) - 1:
                    for start in starts:
                        spans = _meeting(start, others, tokens, wide=cue.wide)
                        if spans:
                            yield cue, spans


def _named(words: Iterable[str]) -> list[tuple[str, Iterable[str]]]:
    return [(word, forms(word)) for word in words]


def _best(hits: Iterable[Hit], walls: _Walls) -> list[Hit]:
    """The hits of one concept: none with words inside a negative, none that adds no word to a better one."""
    live = [hit for hit in hits if not any(walls.hold(*span) for span in hit.spans)]
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in sorted(live, key=lambda h: (-h.weight, -h.size, h.spans)):
        words = set(hit.words)
        if not words <= taken:
            taken |= words
            kept.append(hit)
    return sorted(kept, key=lambda h: h.spans)


class _Walls:
    """Spans of negatives, asked whether one of them holds another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, first: int, last: int) -> bool:
        before = bisect_right(self._starts, first)
        return before > 0 and self._reach[before - 1] >= last


def _meeting(
    start: Span, others: Sequence[Sequence[Span]], tokens: Sequence[Token], *, wide: bool
) -> tuple[Span, ...] | None:
    """``start`` and the nearest place of each other part, if all lie close together in one sentence, or ``wide``."""
    sentence = tokens[start[0]].sentence
    spans = [start]
    if wide:
        return tuple(sorted((start, *(min(choices, key=lambda c: (abs(c[0] - start[0]), c)) for choices in others))))
    for choices in others:
        window = choices[bisect_left(choices, (start[0] - _NEARBY, 0)) : bisect_left(choices, (start[1] + _NEARBY, 0))]
        near = [c for c in window if tokens[c[0]].sentence == sentence and (c[1] < start[0] or c[0] > start[1])]
        if not near:
            return None
        spans.append(min(near, key=lambda c: (abs(c[0] - start[0]), c)))
    spans.sort()
    return tuple(spans) if spans[-1][1] - spans[0][0] < _NEARBY else None
