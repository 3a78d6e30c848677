"""How sure a value is after learned weights: P(value) = P(on the subject) x P(value | on the subject).

Each of the two is a logistic regression upon another.  The lower has a weight for each sign of a text
(:mod:`build_tools.classify.signs`): what a word says for "rescue".  The upper weighs properties of the evidence, the
same for all values: how sure the lower is, that a phrase was found, that it stood at the head.  Stacking after
D. H. Wolpert, Stacked generalization, Neural Networks 5 (1992).  ``learning.py`` learns all weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from build_tools.classify.language import ROMAN_HINDI, SMALL_WORDS
from build_tools.classify.signs import EVIDENCE, SETTING, Shown, evidence, setting
from build_tools.model import Learned

_SHORTEST, _SHORTEST_NAGARI = 4, 3
_GRAMMAR = SMALL_WORDS | ROMAN_HINDI
Numbers = NDArray[np.float64]

SUBJECT = "subject"
"""The question whether a text is on the bank's subject, asked like an axis of this one value."""
_SENTENCES = 2
_WORDS = ("words", "words before others", "best sentence", "second sentence")
UPPER = {
    SUBJECT: ("words", *SETTING),
    "themes": _WORDS + EVIDENCE,
    "occupations": _WORDS + EVIDENCE,
}
"""The properties that the upper regressions have weights for, in order."""
_TOLD = -1.0
"""What all words together must say for an occupation that no trigger found: the logarithm of its odds."""
_LEAST_SHARE, _LEAST_REASONS = 0.12, 3
"""A word is a reason if its weight is at least this share of all that speaks for the value, or one of the greatest."""


class Weights:
    """All learned weights, ready to be asked: of the subject and of other axes, or none (a bank may have none)."""

    def __init__(self, learned: Mapping[str, Learned]) -> None:
        self._layers = {axis: _Layer(axis, weights) for axis, weights in learned.items()}

    def values(self, axis: str) -> Sequence[str]:
        """The values that weights were learned for."""
        return self._layers[axis].values if axis in self._layers else ()

    def sure(self, shown: Shown) -> dict[str, dict[str, float]]:
        """Axis -> value -> how probable it is, from 0 to 1, where that and the subject reach their thresholds."""
        if not self._layers or not shown.subject:
            return {}
        subject = self._layers[SUBJECT]
        on_subject = subject.probabilities(shown)[SUBJECT]
        if on_subject < subject.threshold:
            return {}
        return {axis: layer.sure(shown, on_subject) for axis, layer in self._layers.items() if axis != SUBJECT}

    def reasons(self, axis: str, shown: Shown, value: str) -> list[int]:
        """The tokens that say most for ``value``, in the order of the text; each word once.

        An occupation has the reasons that the vocabulary found, if it found some.
        """
        if axis == "occupations" and value in shown.found[axis]:
            return []
        speaking = self._layers[axis].speaking(shown, value).items()
        said = {token: weight for token, weight in speaking if _is_reason(shown.tokens[token].norm)}
        if not said:
            return []
        enough = min(_LEAST_SHARE * sum(said.values()), *sorted(said.values())[-_LEAST_REASONS:])
        return [token for token, weight in said.items() if weight >= enough]


@dataclass(frozen=True)
class Table:
    """A lower regression: how much each sign says for each value, and what is always added."""

    rows: Mapping[str, int]
    """Sign -> its row in ``weights``."""
    values: Sequence[str]
    weights: Numbers
    bias: Numbers

    def sums(self, shown: Shown) -> Numbers:
        """What all signs together say for each value: the logarithm of its odds."""
        return self.bias + self._said(shown.words | shown.marks) * shown.strength

    def sentences(self, shown: Shown) -> Numbers:
        """What the words of the two sentences that say most add to that, for each value: one row each."""
        said = [self._said(words) for words in shown.by_sentence] + [np.zeros(len(self.values))] * _SENTENCES
        most: Numbers = np.sort(np.array(said), axis=0)[: -_SENTENCES - 1 : -1] * shown.strength
        return most

    def _said(self, signs: frozenset[str]) -> Numbers:
        known = sorted(self.rows[sign] for sign in signs if sign in self.rows)
        said: Numbers = self.weights[known].sum(axis=0)
        return said


class _Layer:
    """Both regressions of one axis."""

    def __init__(self, axis: str, learned: Learned) -> None:
        self.threshold = learned.threshold
        self._axis = axis
        self._table = _table(learned)
        self._upper = [learned.upper.get(name, 0.0) for name in UPPER[axis]]
        self._upper_bias = learned.upper.get("", 0.0)

    @property
    def values(self) -> Sequence[str]:
        return self._table.values

    def probabilities(self, shown: Shown) -> dict[str, float]:
        found: dict[str, float] = {}
        for value, properties in stacked(shown, self._axis, self._table):
            total = self._upper_bias + sum(weight * x for weight, x in zip(self._upper, properties, strict=True))
            found[value] = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
        return found

    def sure(self, shown: Shown, on_subject: float) -> dict[str, float]:
        """The values that reach the threshold in a text that is so probably on the subject."""
        found = {value: on_subject * share for value, share in self.probabilities(shown).items()}
        return {value: probability for value, probability in found.items() if probability >= self.threshold}

    def speaking(self, shown: Shown, value: str) -> dict[int, float]:
        """The first token of each word that speaks for ``value``, and how much it says, in the order of the text."""
        rows, column = self._table.rows, self._table.weights[:, self.values.index(value)]
        first: dict[tuple[str, str], int] = {}
        for n, word in enumerate(zip(shown.stems, shown.sounds, strict=True)):
            first.setdefault(word, n)
        said = {n: sum(float(column[rows[sign]]) for sign in word if sign in rows) for word, n in first.items()}
        return {n: weight for n, weight in said.items() if weight > 0}


def _is_reason(word: str) -> bool:
    """Whether a reader sees in ``word`` why a label was given: not in words of grammar."""
    return len(word) >= (_SHORTEST if word.isascii() else _SHORTEST_NAGARI) and word not in _GRAMMAR


def _table(learned: Learned) -> Table:
    signs = sorted({sign for weights in learned.values.values() for sign in weights} - {""})
    rows = {sign: n for n, sign in enumerate(signs)}
    table = np.zeros((len(signs), len(learned.values)))
    for column, weights in enumerate(learned.values.values()):
        for sign, weight in weights.items():
            if sign:
                table[rows[sign], column] = weight
    bias = np.array([weights.get("", 0.0) for weights in learned.values.values()])
    return Table(rows, tuple(learned.values), table, bias)


def stacked(shown: Shown, axis: str, table: Table) -> Iterator[tuple[str, list[float]]]:
    """Each value of ``table`` that may be meant, with the properties of its evidence, after :data:`UPPER`.

    A theme may be told in any words.  An occupation that the vocabulary finds no word of may be meant only where all
    words together say nearly as much as one.
    """
    sums = table.sums(shown).tolist()
    if axis == SUBJECT:
        yield SUBJECT, [sums[0], *setting(shown)]
        return
    most = table.sentences(shown).T.tolist()
    best = sorted(sums, reverse=True)[:2]
    for value, total, sentences in zip(table.values, sums, most, strict=True):
        if axis != "occupations" or value in shown.found[axis] or total > _TOLD:
            other = best[-1] if total == best[0] else best[0]
            yield value, [total, total - other, *sentences, *evidence(shown, axis, value)]
