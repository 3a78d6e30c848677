"""Plain ways to label, for comparison: phrases as whole words, and the nearest label by TF-IDF."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.labels_scores import Answer, Text
from build_tools.model import Concept, Vocabulary

MONTHS = "january february march april may june july august september october november december"
VERSION = "1.7.2"


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

SCRIPT = """
import json, sys
from sklearn.feature_extraction.text import TfidfVectorizer
given = json.load(sys.stdin)
vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
known = vectors.fit_transform(given["known"])
near = vectors.transform(given["asked"]) @ known.T
json.dump([[int(row.argmax()), float(row.max())] for row in near.toarray()], sys.stdout)
"""


def nearest(texts: Sequence[Text], folder: Path) -> Callable[[Text], Answer]:
    """The labels of the most similar text of the half that tunes: the one that shares most rare strings of letters."""
    known = [text for text in texts if text.split == "tune"]
    asked = [text for text in texts if text.split != "tune"]
    given = json.dumps({"known": [t.text for t in known], "asked": [t.text for t in asked]})
    run = subprocess.run(
        [str(_installed(folder)), "-c", SCRIPT], input=given, capture_output=True, text=True, check=True
    )
    found: Mapping[str, Answer] = {
        text.id: known[place].labels for text, (place, _near) in zip(asked, json.loads(run.stdout), strict=True)
    }
    return lambda text: found.get(text.id, {})


def _installed(folder: Path) -> Path:
    """The interpreter of an environment of its own that has scikit-learn."""
    environment = folder.resolve() / f"scikit-learn-{VERSION}"
    python = environment / "bin/python"
    if not list(environment.glob("lib/*/site-packages/sklearn")):
        try:
            subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
            command = [str(python), "-m", "pip", "install", "--quiet", f"scikit-learn=={VERSION}"]
            subprocess.run(command, check=True)
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"scikit-learn {VERSION} could not be installed into {environment}.") from error
    return python
