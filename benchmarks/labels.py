"""How good our labels are on texts that nobody tuned them by, beside plain peers in the same run, and how fast.

    python -m benchmarks.labels [--split score|fresh|tune] [--peers DIR] [--errors]

``labels.yml`` holds the texts, and its head says how they came about.  Printed are, for each language and for clean,
noisy and negative texts: precision and recall of themes and occupations; how often a state is given and how often
rightly; the same for districts, dates and days without a year; and how many negatives got a label.  Without ``--split``
both sets that score are reported, one after the other.  The peers are the vocabulary's own phrases looked for as
whole words, and with ``--peers`` the nearest label by TF-IDF, trained on the texts that tune (scikit-learn, installed
into a folder of its own).  Then newspapers by their mastheads, and the seconds for 1,000 texts of 300 words.

``--errors`` names the texts with faults; it refuses those that score, which nobody should look at.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import labels_peers, labels_scores
from benchmarks.labels_scores import Answer, Text
from benchmarks.noise import SHARES, spoilt
from build_tools.classify import Classifier
from build_tools.model import Vocabulary
from build_tools.sources.vocabulary import read_vocabulary

ROOT = Path(__file__).parent.parent
TEXTS, WORDS = 1000, 300
SCORING = ("fresh", "score")


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    vocabulary, problems = read_vocabulary(ROOT)
    if problems:
        print("\n".join(str(problem) for problem in problems))
        return 1
    every = labels_scores.read()
    classifier = Classifier(vocabulary)
    systems: dict[str, Callable[[Text], Answer]] = {
        "ours": lambda text: labels_scores.answer(classifier.classify(text.text)),
        "keywords: the vocabulary's phrases as whole words": labels_peers.Keywords(vocabulary),
    }
    if arguments.peers:
        systems["nearest label by TF-IDF"] = labels_peers.nearest(every, arguments.peers)
    for split in [arguments.split] if arguments.split else SCORING:
        texts = [text for text in every if text.split == split]
        for name, system in systems.items():
            answers = [system(text) for text in texts]
            print(f"\n{name} ({len(texts)} texts, split {split})\n")
            print(labels_scores.table(texts, answers, vocabulary))
            if arguments.errors and name == "ours":
                print(labels_scores.faults(texts, answers))
    print(f"\n{_newspapers(classifier, vocabulary)}\n{_throughput(classifier, every)}")
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.labels")
    parser.add_argument("--split", choices=(*SCORING, "tune"))
    parser.add_argument("--peers", type=Path, metavar="DIR", help="a folder into which scikit-learn is installed")
    parser.add_argument("--errors", action="store_true", help="name the faults; only of the texts that tune")
    arguments = parser.parse_args(argv)
    if arguments.errors and arguments.split != "tune":
        parser.error("the texts that score are only counted; use --errors with --split tune")
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
