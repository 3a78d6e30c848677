"""Learns from labelled texts how much each sign says for each value.  Needs scikit-learn, which the tool does not.

The upper regression must not see what the lower says of texts that it was learned from: such figures flatter.  So the
lower is learned several times, each time without a part of the texts, and asked about that part.  A part is whole
batches: who writes one repeats himself, and it is other people's texts that will be asked about.  Texts by which the
vocabulary was made flatter its hits in the same way: they count less below, and only those that are ``independent``
teach above.  The threshold is the least at which the parts left out give the precision that is aimed at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from build_tools.classify.language import ROMAN_HINDI
from build_tools.classify.signs import Shown
from build_tools.classify.weights import SUBJECT, UPPER, Numbers, Table, stacked
from build_tools.model import Learned

AIM = 0.955
"""Precision on the parts left out while learning: a little more than the .95 that is wanted of new texts."""
_LOST = 0.03
"""Texts on the subject that may be taken for others."""
_PARTS = 11
_LEAST_TEXTS = 3
"""A sign in fewer texts says nothing; so does a value of fewer."""
_MOST_TEXTS = 0.1
"""A word in a greater share of all texts, whatever their language, is a word of grammar or of the subject as such."""
_LOOSE, _LOOSE_UPPER = 30.0, 1.0
"""Inverse strength of the L2 penalty."""
_DEPENDENT = 0.3
"""What a text counts by which the vocabulary was made."""
_MOST_SIGNS = 1500
"""Kept for each value, those of the greatest weight: with 600, recall at one precision falls by two hundredths."""
_DIGITS = 2
_CERTAIN = 4.0
"""The logarithm of the odds of what is never, or always, so in the texts to learn from."""

Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """A labelled text.  ``maybe`` are values that a reader may well give: nothing is learned from them."""

    shown: Shown
    values: Mapping[str, frozenset[str]]
    """Axis -> values."""
    maybe: frozenset[str] = frozenset()
    on_subject: bool = True
    independent: bool = True
    batch: str = ""
    """Texts written in one go have one name here."""

    def right(self, axis: str, value: str) -> bool:
        return self.on_subject if axis == SUBJECT else value in self.values.get(axis, frozenset())

    def teaches(self, axis: str) -> bool:
        """Whether the upper regression of ``axis`` learns from it."""
        return self.independent and bool(self.shown.subject) and (self.on_subject or axis == SUBJECT)


@dataclass(frozen=True)
class Left:
    """What was said of the texts left out: rows of properties, of which text and value, and whether that is right."""

    rows: Numbers
    texts: Sequence[int]
    values: Sequence[str]


def learn(examples: Sequence[Example]) -> dict[str, Learned]:
    """The weights of the subject, of themes and of occupations, where the examples teach some.

    The same examples in this order give the same: one thread adds up in one order.  Several are no faster for vectors
    of this length.
    """
    with threadpool_limits(1):
        subject, sure = _axis(SUBJECT, examples, {})
        on_subject = {n: share if share >= subject.threshold else 0.0 for n, share in sure.items()}
        others = {axis: _axis(axis, examples, on_subject)[0] for axis in ("themes", "occupations")}
    return {SUBJECT: subject, **{axis: learned for axis, learned in others.items() if learned.values}}


def _axis(axis: str, examples: Sequence[Example], on_subject: Mapping[int, float]) -> tuple[Learned, dict[int, float]]:
    """What is learned for ``axis``, and how sure its last value is for each text that was left out."""
    lower = _Lower(axis, examples)
    left = lower.left_out()
    pairs = list(zip((examples[n] for n in left.texts), left.values, strict=True))
    right = np.array([example.right(axis, value) for example, value in pairs], dtype=bool)
    clear = np.array([value not in example.maybe for example, value in pairs], dtype=bool)
    teaching = clear & np.array([example.teaches(axis) for example, _value in pairs], dtype=bool)
    weights, bias = _upper(left.rows[teaching], right[teaching])
    sure = 1 / (1 + np.exp(-(left.rows @ weights + bias)))
    whole = sure * np.array([on_subject.get(n, 1.0) for n in left.texts])
    counted = clear & np.array([example.independent for example, _value in pairs], dtype=bool)
    find = _keeping if axis == SUBJECT else _threshold
    threshold = find(whole[counted], right[counted])
    names = ("", *UPPER[axis])
    upper = {name: round(float(w), 4) for name, w in zip(names, (bias, *weights), strict=True)}
    learned = Learned(threshold, upper, _by_value(lower.learned(range(len(examples)))))
    return learned, dict(zip(left.texts, map(float, sure), strict=True))


def _keeping(sure: Numbers, right: Truths) -> float:
    """The probability that all but :data:`_LOST` of the texts on the subject reach."""
    return round(float(np.quantile(sure[right], _LOST)), 3)


def _threshold(sure: Numbers, right: Truths) -> float:
    """The least probability above which :data:`AIM` of the values are right."""
    order = np.argsort(-sure)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= AIM)
    return round(float(sure[order][enough[-1]]), 3) if len(enough) else 0.5


def _upper(rows: Numbers, right: Truths) -> tuple[Numbers, float]:
    """The upper regression in the units of the properties themselves: weights and what is always added."""
    if right.all() or not right.any():
        return np.zeros(rows.shape[1]), _CERTAIN if right.all() else -_CERTAIN
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=_LOOSE_UPPER, max_iter=3000).fit((rows - middle) / spread, right)
    weights: Numbers = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - (weights * middle).sum())


class _Lower:
    """The lower regressions of one axis: the signs of all examples as a matrix, and weights learned from its rows."""

    def __init__(self, axis: str, examples: Sequence[Example]) -> None:
        self._axis, self._examples = axis, examples
        given = Counter(value for example in examples for value in example.values.get(axis, ()))
        known = sorted(value for value, count in given.items() if count >= _LEAST_TEXTS)
        self._values = [SUBJECT] if axis == SUBJECT else known
        self._rows = {sign: n for n, sign in enumerate(_signs(examples))}
        self._matrix = self._all_signs()

    def _all_signs(self) -> csr_matrix:
        where: list[tuple[int, int, float]] = []
        for n, example in enumerate(self._examples):
            shown = example.shown
            where += [(n, self._rows[s], shown.strength) for s in sorted(shown.words | shown.marks) if s in self._rows]
        rows, columns, weights = zip(*where, strict=True)
        return csr_matrix((weights, (rows, columns)), shape=(len(self._examples), len(self._rows)))

    def left_out(self) -> Left:
        """What models that were learned without a text say of it, for all texts that speak of the subject."""
        rows: list[list[float]] = []
        texts: list[int] = []
        values: list[str] = []
        parts = _parts(self._examples)
        for part in sorted(set(parts)):
            model = self.learned([n for n, other in enumerate(parts) if other != part])
            for n in (n for n, own in enumerate(parts) if own == part):
                shown = self._examples[n].shown
                if shown.subject:
                    for value, properties in stacked(shown, self._axis, model):
                        rows.append(properties)
                        texts.append(n)
                        values.append(value)
        return Left(np.array(rows).reshape(len(rows), len(UPPER[self._axis])), texts, values)

    def learned(self, rows: Iterable[int]) -> Table:
        from_rows = list(rows)
        table = np.zeros((len(self._rows), len(self._values)))
        bias = np.full(len(self._values), -_CERTAIN)
        for column, value in enumerate(self._values):
            clear = [n for n in from_rows if value not in self._examples[n].maybe]
            right = np.array([self._examples[n].right(self._axis, value) for n in clear])
            count = np.array([1.0 if self._examples[n].independent else _DEPENDENT for n in clear])
            if right.all():
                bias[column] = _CERTAIN
            elif right.any():
                heavier = sqrt((len(right) - right.sum()) / right.sum())
                model = LogisticRegression(
                    C=_LOOSE, class_weight={True: heavier, False: 1.0}, solver="liblinear", random_state=0
                )
                model.fit(self._matrix[clear], right, sample_weight=count)
                table[:, column], bias[column] = _greatest(model.coef_[0]), model.intercept_[0]
        return Table(self._rows, self._values, table, bias)


def _by_value(table: Table) -> dict[str, dict[str, float]]:
    """Value -> sign -> weight, rounded; "" is what is always added."""
    found: dict[str, dict[str, float]] = {}
    for column, value in enumerate(table.values):
        rounded = {sign: round(float(table.weights[row, column]), _DIGITS) for sign, row in table.rows.items()}
        found[value] = {"": round(float(table.bias[column]), _DIGITS), **{s: w for s, w in rounded.items() if w}}
    return found


def _parts(examples: Sequence[Example]) -> list[int]:
    """To which part each example belongs: whole batches where there are enough, else every so many-th text."""
    batches = {batch: n for n, batch in enumerate(dict.fromkeys(e.batch for e in examples))}
    if len(batches) < _PARTS:
        return [n % _PARTS for n in range(len(examples))]
    return [batches[e.batch] % _PARTS for e in examples]


def _signs(examples: Sequence[Example]) -> list[str]:
    """All that weights are learned for, in order."""
    words = Counter(word for e in examples for word in e.shown.words - ROMAN_HINDI)
    marks = Counter(mark for e in examples for mark in e.shown.marks)
    most = _MOST_TEXTS * len(examples)
    found = [word for word, count in words.items() if _LEAST_TEXTS <= count <= most]
    return sorted([*found, *(mark for mark, count in marks.items() if count >= _LEAST_TEXTS)])


def _greatest(weights: Numbers) -> Numbers:
    if len(weights) <= _MOST_SIGNS:
        return weights
    least = np.sort(np.abs(weights))[-_MOST_SIGNS]
    return np.where(np.abs(weights) >= least, weights, 0.0)
