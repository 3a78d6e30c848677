"""Plain ways to label, for comparison: phrases as whole words, the most similar text, and a regression on TF-IDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer

from benchmarks.labels_scores import SCORE, Answer, Text
from build_tools.model import Concept, Vocabulary

MONTHS = "january february march april may june july august september october november december"


class Keywords:
    """Every phrase that is enough alone, every name of a state or district, every usual date, as whole words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        places = {p.id: (*p.names.values(), *p.aliases) for p in vocabulary.places.values() if "-" in p.id}
        self._values = {
            "themes": {c.id: _any(_plain(c)) for c in vocabulary.themes.values() if _plain(c)},
            "occupations": {c.id: _any(_plain(c)) for c in vocabulary.occupations.values() if _plain(c)},
            "regions": {place: _any(names) for place, names in places.items()},
        }

    def __call__(self, text: Text) -> Answer:
        found = {
            axis: frozenset(value for value, words in values.items() if words.search(text.text))
            for axis, values in self._values.items()
        }
        return {**found, "date": frozenset(_dates(text.text)[:1])}


def _plain(concept: Concept) -> list[str]:
    phrases = (phrase for some in concept.triggers.values() for phrase in some)
    return [p.removeprefix("to ") for p in phrases if not p.endswith("?") and " + " not in p and " / " not in p]


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _dates(text: str) -> list[str]:
    named = re.findall(rf"(\d{{1,2}}) ({MONTHS.replace(' ', '|')}) (\d{{4}})", text, re.IGNORECASE)
    found = [f"{y}-{MONTHS.split().index(m.lower()) + 1:02}-{int(d):02}" for d, m, y in named]
    return found + [
        f"{y}-{int(m):02}-{int(d):02}" for d, m, y in re.findall(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    ]


# --- scikit-learn ----------------------------------------------------------------------------------------


def nearest(texts: Sequence[Text]) -> Callable[[Text], Answer]:
    """The labels of the most similar text of those to learn from: the one that shares most rare strings of letters."""
    known = [text for text in texts if text.split != SCORE]
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    table = vectors.fit_transform([text.text for text in known])
    return lambda text: known[int((vectors.transform([text.text]) @ table.T).argmax())].labels


def regression(texts: Sequence[Text]) -> Callable[[Text], Answer]:
    """What everybody would try first: TF-IDF of words and pairs of words, and for each label a logistic regression."""
    known = [text for text in texts if text.split != SCORE]
    vectors = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    table = vectors.fit_transform([text.text for text in known])
    models = {}
    for axis in ("themes", "occupations"):
        names = MultiLabelBinarizer()
        given = names.fit_transform([sorted(text.labels[axis]) for text in known])
        model = OneVsRestClassifier(LogisticRegression(C=20, class_weight="balanced", max_iter=1000))
        models[axis] = (names, model.fit(table, given))

    def answer(text: Text) -> Answer:
        row = vectors.transform([text.text])
        return {axis: frozenset(names.inverse_transform(m.predict(row))[0]) for axis, (names, m) in models.items()}

    return answer
