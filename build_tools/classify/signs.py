"""What a text shows of all that weights are learned for: its words, and what the vocabulary found in it.

A text is a set of signs.  *Words* are stems (Snowball), and of Hindi words the consonants, too: those are the same in
either script, however it is spelt, and where a bad scan lost a vowel sign.  Signs weigh less the more words there are.
*Marks* say what the vocabulary found: how much of each theme and occupation, which of them at the head, which words on
the bank's subject and on others.  :func:`evidence` says of one value what its hits are like, whichever value it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, log1p, sqrt

import Stemmer

from build_tools.alphabet import sound
from build_tools.classify.scoring import PHRASE, STRONG, Scored
from build_tools.classify.words import Token

Scores = Mapping[str, Scored]
_STEMMERS = {True: Stemmer.Stemmer("english"), False: Stemmer.Stemmer("hindi")}
_NOTHING = Scored(0.0, ())
_SOUND, _LEAST_SOUND = "~", 3
"""What the sign of a sound begins with, and how many consonants it takes to tell words apart."""
_MOST = 5
_LENGTH = 150
"""Words; in a longer text as many hits count as it has in so many words, so that a long text does not speak for all."""


@dataclass(frozen=True)
class Shown:
    """A text and what was found in it.  ``found`` is all, ``kept`` what the subject of the bank lets through.

    ``roman``: its Latin letters are Hindi.
    """

    tokens: Sequence[Token]
    title_end: int
    roman: bool
    found: Mapping[str, Scores]
    kept: Mapping[str, Scores]
    subject: Scores
    elsewhere: Scores

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each token; "" for a number, which says nothing by itself."""
        return tuple("" if token.norm.isdecimal() else stem(token.norm) for token in self.tokens)

    @cached_property
    def sounds(self) -> tuple[str, ...]:
        """The consonants of each token that is Hindi in either script, as a sign; "" for others and for short ones."""
        return tuple(_consonants(t.norm) if self.roman or not t.norm.isascii() else "" for t in self.tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset((*self.stems, *self.sounds)) - {""}

    @cached_property
    def strength(self) -> float:
        """What each sign of the text counts: the less, the more words there are."""
        return 1 / sqrt(max(1, len(frozenset(self.stems) - {""})))

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(self._marks())

    @cached_property
    def by_sentence(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence that has some."""
        found: dict[int, set[str]] = {}
        for token, stem_, sound_ in zip(self.tokens, self.stems, self.sounds, strict=True):
            found.setdefault(token.sentence, set()).update((stem_, sound_))
        return tuple(frozenset(words) - {""} for words in found.values() if words != {""})

    @property
    def on_subject(self) -> bool:
        return any(self.kept.values())

    def _marks(self) -> Iterator[str]:
        share = min(1.0, _LENGTH / max(1, len(self.tokens)))
        for scores in self.found.values():
            for value, scored in scores.items():
                much = sum(2 if hit.weight >= STRONG else 1 for hit in scored.hits) * share
                yield from (f"={value} {n}" for n in range(1, _MOST + 1) if n - 1 < much)
                if any(self.tokens[n].sentence == 0 for n in scored.words):
                    yield f"={value} first"
        yield from (f"=subject {value}" for value in self.subject)
        yield from (f"=elsewhere {value}" for value in self.elsewhere)

    @cached_property
    def sentences(self) -> int:
        return 1 + max((token.sentence for token in self.tokens), default=0)

    @cached_property
    def people(self) -> frozenset[int]:
        """The sentences that speak of the bank's subject."""
        return frozenset(self.tokens[n].sentence for scored in self.subject.values() for n in scored.words)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a normalised ``word``, by its script."""
    return str(_STEMMERS[word.isascii()].stemWord(word))


@lru_cache(maxsize=100_000)
def _consonants(word: str) -> str:
    key = "" if word.isdecimal() else sound(word)
    return _SOUND + key if len(key) >= _LEAST_SOUND else ""


EVIDENCE = (
    "kept",
    "found",
    "gap",
    "strong",
    "phrases",
    "hints",
    "hits",
    "first strong",
    "first",
    "spread",
    "with people",
    "alone",
    "share",
    "different",
    "others",
)
"""The names of what :func:`evidence` gives, in order."""
SETTING = ("kept", "subject", "elsewhere", "themes", "occupations", "with people")
"""The names of what :func:`setting` gives, in order."""


def evidence(shown: Shown, axis: str, value: str) -> list[float]:
    """What the hits of ``value`` are like, after :data:`EVIDENCE`; all that counts hits is 0 without them."""
    scores = shown.found[axis]
    scored = scores.get(value, _NOTHING)
    others = [other.score for name, other in scores.items() if name != value]
    best = max(others, default=0.0)
    firm = sum(score >= STRONG for score in others)
    sentences = {shown.tokens[n].sentence for n in scored.words}
    strong = [hit for hit in scored.hits if hit.weight >= STRONG]
    return [
        odds(shown.kept[axis].get(value, _NOTHING).score),
        odds(scored.score),
        odds(scored.score) - odds(best),
        min(3, len({hit.text for hit in strong})),
        min(2, len({hit.text for hit in strong if hit.weight >= PHRASE})),
        min(4, len({hit.text for hit in scored.hits if hit.weight < STRONG})),
        log1p(len(scored.hits)),
        float(any(shown.tokens[n].sentence == 0 for hit in strong for n in hit.words)),
        float(0 in sentences),
        len(sentences) / shown.sentences,
        float(not shown.people.isdisjoint(sentences)),
        float(not firm),
        scored.score / max(scored.score + sum(others), 0.01),
        len({hit.text for hit in scored.hits}),
        min(3, firm),
    ]


def setting(shown: Shown) -> list[float]:
    """What speaks for and against the bank's subject in a text, after :data:`SETTING`."""
    work = {shown.tokens[n].sentence for scored in shown.found["occupations"].values() for n in scored.words}
    return [
        float(shown.on_subject),
        odds(_most(shown.subject)),
        odds(_most(shown.elsewhere)),
        odds(_most(shown.found["themes"])),
        odds(_most(shown.found["occupations"])),
        float(not shown.people.isdisjoint(work)),
    ]


def _most(scores: Scores) -> float:
    return max((scored.score for scored in scores.values()), default=0.0)


def odds(score: float) -> float:
    """The logarithm of the odds of a ``score`` from 0 to 1, kept finite."""
    return log((score + 0.02) / (1.02 - score))
