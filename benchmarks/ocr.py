"""Reads a seeded set of field-like clippings with our reader and with its peers, in one run, one thread each.

    python -m benchmarks.ocr [--seed 1] [--each 6] [--kind NAME ...] [--folder DIR]

``--folder``: also (or, with ``--each 0``, only) pictures of your own, each with its text in a .txt beside it.
Words found (recall), words right of those given (precision), letters wrong (character error: each piece of the page
sought wherever the reading has it), and seconds of processor time for each picture, start of the program included
for the peers.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.field_clippings import EACH, KINDS, Clipping, clippings
from benchmarks.ocr_peers import Peer, peers, processor_seconds
from benchmarks.word_scores import Score, score
from build_tools.images import SUFFIXES
from build_tools.model import Reading
from build_tools.ocr import OcrSettings, probe
from build_tools.ocr.reader import read
from build_tools.ocr.tesseract import Engine

MILLION = 1_000_000
OURS = "ours"


def _ours(image: Path) -> str:
    settings = OcrSettings()
    engine = probe(settings.languages)
    if not isinstance(engine, Engine):
        raise SystemExit(f"{engine.message} {engine.hint}")
    reading = read(image.read_bytes(), image.suffix, engine, settings)
    return reading.text if isinstance(reading, Reading) else ""


def _readers() -> list[Peer]:
    return [Peer(OURS, "", _ours), *(peer for peer in peers() if peer.version)]


def _scores(clipping: Clipping) -> tuple[str, dict[str, Score]]:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder, clipping.name + clipping.suffix)
        image.write_bytes(clipping.data)
        for reader in _readers():
            before = processor_seconds()
            text = reader.read(image)
            found[reader.name] = score(clipping.text, text, processor_seconds() - before)
    return clipping.kind, found


def _own(folder: Path) -> Iterator[Clipping]:
    """The pictures in ``folder`` that have their text beside them."""
    for image in sorted(folder.iterdir()):
        text = image.with_suffix(".txt")
        if image.suffix.lower() in SUFFIXES and text.is_file():
            truth = text.read_text("utf-8")
            yield Clipping(image.stem, f"in {folder.name}", "", image.suffix, image.read_bytes(), truth)


def _row(name: str, scores: dict[str, Score], names: Sequence[str]) -> str:
    cells = [
        f"{s.recall:.3f} {s.precision:.3f} {s.character_errors:.3f} {s.seconds_each:5.2f}"
        for s in (scores[reader] for reader in names)
    ]
    return f"{name:20} " + "  ".join(f"{cell:>24}" for cell in cells)


def _summary(total: dict[str, Score]) -> Iterator[str]:
    ours = total[OURS]
    others = {name: found for name, found in total.items() if name != OURS}
    best = max(others, key=lambda name: others[name].recall)
    plain = next(name for name in others if name.startswith("tesseract"))
    cut = 1 - (1 - ours.recall) / max(1 - others[best].recall, 1e-9)
    yield f"missed words: {cut:.0%} fewer than {best}"
    for name in (plain, *(name for name in others if name != plain)):
        yield f"time: {ours.seconds_each / others[name].seconds_each:.2f} x {name}"
    days = MILLION * ours.seconds_each / 86_400
    yield f"a million such clippings: {days:.0f} days of one processor, {days / 64:.1f} days of 64"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=EACH)
    parser.add_argument("--kind", nargs="*", default=[], choices=list(KINDS), metavar="NAME")
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    made = clippings(arguments.seed, arguments.each, tuple(arguments.kind))
    wanted = [*made, *(_own(arguments.folder) if arguments.folder else ())]
    total: dict[str, Score] = {}
    kinds: dict[str, dict[str, Score]] = {}
    with ProcessPoolExecutor() as pool:
        for kind, found in pool.map(_scores, wanted):
            for name, one in found.items():
                kinds.setdefault(kind, {})[name] = kinds.get(kind, {}).get(name, Score()) + one
                total[name] = total.get(name, Score()) + one
    names = [reader.name for reader in _readers()]
    print(f"{len(wanted)} clippings, seed {arguments.seed}; of each reader: words found, words right, letters wrong, s")
    print(f"{'':20} " + "  ".join(f"{name[-24:]:>24}" for name in names))
    for kind, scores in kinds.items():
        print(_row(kind, scores, names))
    print(_row("all", total, names))
    print(*_summary(total), sep="\n")


if __name__ == "__main__":
    main()
