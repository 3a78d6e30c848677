"""How well texts are labelled by a writer who was not learned from; and the learning itself.

    python -m benchmarks.learn [--write]

Takes away some batches of labelled texts after the other, learns from the rest, and prints how good the labels of each
batch are.  With ``--write`` it learns from all and writes content/vocabulary/weights.json instead: after a change of
the vocabulary's words or of the labelled texts.  The same words and texts give the same file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from benchmarks import labels_scores
from benchmarks.labels_scores import Count, Text
from build_tools.classify import Classifier
from build_tools.classify.learning import Example, learn
from build_tools.classify.signs import Shown
from build_tools.model import Vocabulary
from build_tools.sources.vocabulary import read_vocabulary
from build_tools.sources.vocabulary_weights import PATH, write_weights

ROOT = Path(__file__).parent.parent
AXES = ("themes", "occupations")
_PARTS = 10
"""So often is learned; a part is whole batches, because a writer repeats himself."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learn")
    parser.add_argument("--write", action="store_true", help=f"learn from all texts and write {PATH}")
    arguments = parser.parse_args(argv)
    vocabulary, problems = read_vocabulary(ROOT)
    if any(problem.path != PATH for problem in problems):
        print("\n".join(str(problem) for problem in problems))
        return 1
    vocabulary = replace(vocabulary, learned={})
    texts = [text for text in labels_scores.read() if text.split != labels_scores.SCORE]
    examples = [_example(text, shown) for text, shown in zip(texts, _shown(vocabulary, texts), strict=True)]
    if not arguments.write:
        print("\n".join(_checked(vocabulary, texts, examples)))
        return 0
    file = ROOT / PATH
    file.write_text(write_weights(learn(examples)), encoding="utf-8")
    print(f"{PATH}: {file.stat().st_size / 1e6:.1f} MB, learned from {len(texts)} texts")
    return 0


def _shown(vocabulary: Vocabulary, texts: Sequence[Text]) -> Iterator[Shown]:
    classifier = Classifier(vocabulary)
    return (classifier.show(text.text) for text in texts)


def _example(text: Text, shown: Shown) -> Example:
    return Example(
        shown, text.labels, text.also, text.kind != "negative", text.split == labels_scores.LEARN, text.batch
    )


def _checked(vocabulary: Vocabulary, texts: Sequence[Text], examples: Sequence[Example]) -> Iterator[str]:
    batches = list(dict.fromkeys(text.batch for text in texts if text.split == labels_scores.LEARN))
    parts = [batches[n::_PARTS] for n in range(_PARTS)]
    left = [[e for e in examples if e.batch not in part] for part in parts]
    counts = {batch: {axis: Count() for axis in AXES} for batch in (*batches, "all")}
    with ProcessPoolExecutor() as pool:
        for part, learned in zip(parts, pool.map(learn, left), strict=True):
            classifier = Classifier(replace(vocabulary, learned=learned))
            for text in (text for text in texts if text.batch in part):
                found = labels_scores.answer(classifier.classify(text.text))
                for axis in AXES:
                    for name in (text.batch, "all"):
                        counts[name][axis].add(found.get(axis, frozenset()), text.labels[axis], text.also)
    yield f"{'batch':10}texts  themes      occupations\n{'':10}       P    R      P    R"
    for batch in batches:
        yield _row(batch, sum(text.batch == batch for text in texts), counts[batch])
    yield _row("all", sum(text.batch in batches for text in texts), counts["all"])


def _row(name: str, size: int, counts: dict[str, Count]) -> str:
    cells = "   ".join(f"{counts[axis].precision:4} {counts[axis].recall:4}" for axis in AXES)
    return f"{name:10}{size:5}  {cells}"


if __name__ == "__main__":
    sys.exit(main())
