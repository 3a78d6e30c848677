"""How well texts are labelled by a writer who was not learned from; and the learning itself.

    python -m benchmarks.learn [--write]

Takes away each batch of labelled texts in turn, learns from the others, and prints how good the labels of that batch
are.  With ``--write`` it learns from all and writes content/vocabulary/weights.json instead: after a change of the
vocabulary's words or of the labelled texts.  The same words and texts give the same file.
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
_LEAST_BATCH = 50


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
    batches = sorted({text.batch for text in texts if text.split == labels_scores.LEARN})
    large = [b for b in batches if sum(text.batch == b for text in texts) >= _LEAST_BATCH]
    yield f"{'batch':10}texts  themes      occupations\n{'':10}       P    R      P    R"
    total = {axis: Count() for axis in AXES}
    with ProcessPoolExecutor() as pool:
        left = [[e for text, e in zip(texts, examples, strict=True) if text.batch != batch] for batch in large]
        for batch, learned in zip(large, pool.map(learn, left), strict=True):
            classifier = Classifier(replace(vocabulary, learned=learned))
            own = [text for text in texts if text.batch == batch]
            counts = {axis: Count() for axis in AXES}
            for text in own:
                found = labels_scores.answer(classifier.classify(text.text))
                for axis in AXES:
                    for count in (counts[axis], total[axis]):
                        count.add(found.get(axis, frozenset()), text.labels[axis], text.also)
            yield _row(batch, len(own), counts)
    yield _row("all", sum(text.batch in large for text in texts), total)


def _row(name: str, size: int, counts: dict[str, Count]) -> str:
    cells = "   ".join(f"{counts[axis].precision:4} {counts[axis].recall:4}" for axis in AXES)
    return f"{name:10}{size:5}  {cells}"


if __name__ == "__main__":
    sys.exit(main())
