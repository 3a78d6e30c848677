"""How good our labels are on texts that nobody made them by, beside plain peers in the same run, and how fast.

    python -m benchmarks.labels [--split score|learn|vocabulary] [--batch NAME ...] [--errors]

``labelled/`` holds the texts, and its README says how they came about.  Printed are, for each language and
for clean, noisy and negative texts: precision and recall of themes and occupations; how often a state is given and how
often rightly; the same for districts, dates and days without a year; and how many negatives got a label.  The peers are
our vocabulary without learned weights, its phrases looked for as whole words, and two ways of scikit-learn that learn
from the same texts as our weights.  Then newspapers by their mastheads, and the seconds for 1,000 texts of 300 words.

``--batch`` counts some batches alone.  ``--errors`` names the texts with faults; it refuses those that score, which
nobody should look at.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import labels_peers, labels_scores
from benchmarks.labels_scores import Answer, Text
from benchmarks.noise import SHARES, spoilt
from build_tools.classify import Classifier
from build_tools.model import Vocabulary
from build_tools.sources.vocabulary import read_vocabulary

ROOT = Path(__file__).parent.parent
TEXTS, WORDS = 1000, 300


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    vocabulary, problems = read_vocabulary(ROOT)
    if problems:
        print("\n".join(str(problem) for problem in problems))
        return 1
    every = labels_scores.read()
    classifier, unlearned = Classifier(vocabulary), Classifier(replace(vocabulary, learned={}))
    systems: dict[str, Callable[[Text], Answer]] = {
        "ours": lambda text: labels_scores.answer(classifier.classify(text.text)),
        "the vocabulary without learned weights": lambda text: labels_scores.answer(unlearned.classify(text.text)),
        "phrases of the vocabulary as whole words": labels_peers.Keywords(vocabulary),
        "regression on TF-IDF": labels_peers.regression(every),
        "most similar text by TF-IDF": labels_peers.nearest(every),
    }
    texts = [text for text in every if text.split == arguments.split]
    if arguments.batch:
        texts = [text for text in texts if text.batch in arguments.batch]
    for name, system in systems.items():
        answers = [system(text) for text in texts]
        print(f"\n{name} ({len(texts)} texts, split {arguments.split})\n")
        print(labels_scores.table(texts, answers, vocabulary))
        if arguments.errors and name == "ours":
            print(labels_scores.faults(texts, answers))
    print(f"\n{_newspapers(classifier, vocabulary)}\n{_throughput(classifier, every)}")
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.labels")
    parser.add_argument("--split", choices=labels_scores.SPLITS, default=labels_scores.SCORE)
    parser.add_argument("--batch", nargs="+", metavar="NAME", help="only these batches of the split")
    parser.add_argument("--errors", action="store_true", help="name the faults; not of the texts that score")
    arguments = parser.parse_args(argv)
    if arguments.errors and arguments.split == labels_scores.SCORE:
        parser.error("the texts that score are only counted; use --errors with --split learn")
    return arguments


def _throughput(classifier: Classifier, texts: Sequence[Text]) -> str:
    """Seconds for texts of 300 words, each put together from others, on one core; building the index is not in it."""
    words = itertools.cycle(word for text in texts for word in (*text.text.split(), "\n\n"))
    long = [" ".join(itertools.islice(words, WORDS)) for _ in range(TEXTS)]
    start = time.process_time()
    for text in long:
        classifier.classify(text)
    seconds = time.process_time() - start
    return f"{TEXTS} texts of {WORDS} words: {seconds:.1f} s on one core, {TEXTS / seconds:.0f} texts a second"


def _newspapers(classifier: Classifier, vocabulary: Vocabulary) -> str:
    """Every masthead of the vocabulary above a date strip, clean and spoilt: how many are named, and rightly."""
    lines = []
    for name, share in (("clean", 0.0), *SHARES.items()):
        right = given = count = 0
        for paper in vocabulary.newspapers.values():
            masthead = paper.native or paper.name.partition(" (")[0]
            text = spoilt(f"{masthead}\n27 July 2018 | Page 4\n", paper.id, share)
            found = labels_scores.answer(classifier.classify(text)).get("newspaper", frozenset())
            count += 1
            given += bool(found)
            right += found == {paper.id}
        lines.append(f"newspapers by masthead, {name}: {given} of {count} named, {right} rightly")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
