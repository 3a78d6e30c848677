"""How hits become a score from 0 to 1, and which scores become labels.

Different hits add up as independent evidence does, 1 - (1-a)(1-b)...  The same words again add little: a text
that says "school" five times has one reason, not five.  A hit in the title counts more; a single word far
down a text counts less, and so does what a long text says less than once in a thousand words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

from build_tools.classify.words import Token
from build_tools.model import Axis, Evidence, Label

STRONG, MEETING, PHRASE, HINT = 0.6, 0.65, 0.75, 0.34
"""What one trigger weighs: a single word (or words anywhere in a text), words that meet, a phrase of several words
(which hardly says anything else by chance), a hint."""
THRESHOLD = 0.5
"""Below this the classifier abstains."""
_SURE = {"themes": 0.66, "occupations": 0.66}
"""What the first sentence does not speak of needs more than one chance meeting of words."""
MAX_EVIDENCE = 10
_BESIDE_THE_BEST = {"regions": 0.55, "occupations": 0.8}
_BESIDE = 0.75
"""A label that scores less than this share of the best one of its axis is left out: two hints say little in a text
that says something else twice in plain words.  The texts in ``benchmarks/labelled/vocabulary`` gave the figure."""
_REASONS = {"themes": 0.3}
"""The same of reasons instead of scores, which come near to 1 for everything that is said often: where the best has ten
reasons of one weight, another needs three."""
_REPEATED, _REPEATS = 0.15, 4
_IN_TITLE = 1.35
_HIGHEST = 0.95
_LONG, _LATE, _RARE, _PASSING = 250, 0.4, 1000, 0.65


@dataclass(frozen=True, slots=True)
class Hit:
    """One reason: ``text`` is the phrase of the vocabulary, ``spans`` the first and last tokens it was found in."""

    text: str
    weight: float
    spans: tuple[tuple[int, int], ...]

    @property
    def words(self) -> Iterable[int]:
        return (n for first, last in self.spans for n in range(first, last + 1))

    @property
    def size(self) -> int:
        return sum(last - first + 1 for first, last in self.spans)


@dataclass(frozen=True, slots=True)
class Scored:
    score: float
    hits: tuple[Hit, ...]

    @property
    def words(self) -> Iterable[int]:
        """The numbers of all tokens that are part of a hit."""
        return (n for hit in self.hits for n in hit.words)

    @property
    def certain(self) -> bool:
        """True when at least one hit is more than a hint."""
        return any(hit.weight >= STRONG for hit in self.hits)


def placed(scored: Scored, tokens: Sequence[Token], near: frozenset[int], title_end: int) -> Scored:
    """``scored`` after where its hits stand: outside the sentences of ``near`` every hit is a mere hint."""
    return _reweighed(scored, tokens, title_end, lambda hit, within: hit.weight if within & near else HINT)


def backed(scored: Scored, tokens: Sequence[Token], sure: frozenset[int], title_end: int) -> Scored:
    """``scored`` with those hints as single words that stand in a sentence of ``sure``."""
    return _reweighed(scored, tokens, title_end, lambda hit, w: max(hit.weight, STRONG) if w & sure else hit.weight)


def _reweighed(
    scored: Scored, tokens: Sequence[Token], title_end: int, weigh: Callable[[Hit, set[int]], float]
) -> Scored:
    """``scored`` with the weight that ``weigh`` gives each hit and the sentences it stands in."""
    hits = [replace(hit, weight=weigh(hit, {tokens[n].sentence for n in hit.words})) for hit in scored.hits]
    return combined(hits, len(tokens), title_end)


def combined(hits: Sequence[Hit], length: int, title_end: int) -> Scored:
    """The score of all hits for one value, in a text of ``length`` tokens of which ``title_end`` are the title."""
    by_phrase: dict[str, list[Hit]] = {}
    for hit in hits:
        by_phrase.setdefault(hit.text, []).append(hit)
    weights = [_weight(group, title_end) for group in by_phrase.values()]
    score = 1 - prod(1 - weight for weight in weights)
    late = len(hits) == 1 and length > _LONG and hits[0].spans[0][0] > length * _LATE
    if late or len(hits) * _RARE < length:
        score *= _PASSING
    return Scored(score, tuple(hits))


def _weight(hits: Sequence[Hit], title_end: int) -> float:
    weight = max(hit.weight for hit in hits) * (1 + _REPEATED * (min(len(hits), _REPEATS) - 1))
    if any(hit.spans[0][0] < title_end for hit in hits):
        weight *= _IN_TITLE
    return min(weight, _HIGHEST)


def labels(axis: Axis, scored: Mapping[str, Scored], tokens: Sequence[Token], text: str, most: int) -> list[Label]:
    """The values that are sure enough, best first, at most ``most``; evidence counts characters of ``text``."""
    best = max((s.score for s in scored.values()), default=0.0)
    sure = sorted((-s.score, value) for value, s in scored.items() if s.score >= _floor(axis, s, best, tokens))
    return [
        Label(axis, value, round(-score, 3), evidence_of(scored[value].hits, tokens, text), "machine")
        for score, value in sure[:most]
    ]


def _floor(axis: Axis, scored: Scored, best: float, tokens: Sequence[Token]) -> float:
    """What a value must score beside the ``best`` of its axis."""
    leads = scored.certain and any(tokens[n].sentence == tokens[0].sentence for n in scored.words)
    sure = THRESHOLD if leads else _SURE.get(axis, THRESHOLD)
    return max(sure, best * _BESIDE_THE_BEST.get(axis, _BESIDE), 1 - float((1 - best) ** _REASONS.get(axis, 0.0)))


def evidence_of(
    hits: Iterable[Hit], tokens: Sequence[Token], text: str, reasons: Iterable[int] = ()
) -> tuple[Evidence, ...]:
    """The words behind ``hits`` and the tokens ``reasons``, each once, in the order of the text."""
    spans = sorted({span for hit in hits for span in hit.spans})[:MAX_EVIDENCE]
    inside = {n for first, last in spans for n in range(first, last + 1)}
    alone = [(n, n) for n in reasons if n not in inside][: MAX_EVIDENCE - len(spans)]
    offsets = [(tokens[first].start, tokens[last].end) for first, last in sorted([*spans, *alone])]
    return tuple(Evidence(text[start:end], start, end) for start, end in offsets)
