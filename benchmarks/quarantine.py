"""From which confidence on a reading is worth showing: the bank's specimens, spoilt step by step and read for real.

    python -m benchmarks.quarantine [--each N]

Every N-th specimen (default: each second) is blurred, shrunk, bleached or covered with grain, and read by Tesseract.
Printed are, for each reading: how sure the machine was, its words, and the share of them that are really printed.
Then, for each threshold: how many readings it keeps back of those that hold (at least four words in five are right),
of those that can be made sense of, and of those that are mostly wrong (fewer than one word in two is right).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageEnhance, ImageFilter

from build_tools import ocr
from build_tools.model import Reading
from tests.ocr.specimen_texts import SPECIMENS
from tests.specimens import true_text

CLIPPINGS = Path(__file__).parent.parent / "clippings"
THRESHOLDS = (30, 40, 50, 55, 60, 65, 70, 75, 80)
HOLDS, WRONG = 0.8, 0.5


def _blurred(radius: float) -> Callable[[Image.Image], Image.Image]:
    return lambda image: image.filter(ImageFilter.GaussianBlur(radius))


def _shrunk(factor: float) -> Callable[[Image.Image], Image.Image]:
    return lambda image: image.resize((round(image.width * factor), round(image.height * factor)))


def _pale(image: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(ImageEnhance.Contrast(image).enhance(0.25)).enhance(1.3)


def _grainy(image: Image.Image) -> Image.Image:
    grain = Image.frombytes("L", image.size, Random(1).randbytes(image.width * image.height)).convert("RGB")
    return Image.blend(image, grain, 0.55)


DAMAGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as it is": lambda image: image,
    "blur 1.5": _blurred(1.5),
    "blur 2.5": _blurred(2.5),
    "blur 3.5": _blurred(3.5),
    "blur 5": _blurred(5),
    "half as wide": _shrunk(0.5),
    "a third": _shrunk(0.34),
    "a quarter": _shrunk(0.25),
    "a sixth": _shrunk(0.17),
    "pale": _pale,
    "grain": _grainy,
}


@dataclass(frozen=True)
class Result:
    specimen: str
    damage: str
    confidence: float
    words: int
    right: float
    """Share of the words read that are printed, from 0 to 1."""


def right_share(read: str, printed: str) -> float:
    """The share of the words of ``read`` that stand in ``printed``, each as often as it does there."""
    words, there = Counter(read.split()), Counter(printed.split())
    return (words & there).total() / words.total() if words else 0.0


def results(each: int, folder: Path) -> Iterator[Result]:
    files: dict[Path, tuple[str, str, str]] = {}
    for spec in SPECIMENS[::each]:
        with Image.open(CLIPPINGS / spec.date[:4] / f"{spec.id}.jpg") as scan:
            for name, damage in DAMAGES.items():
                file = folder / f"{spec.id}-{name.replace(' ', '-')}.png"
                damage(scan.convert("RGB")).save(file)
                files[file] = (spec.id, name, true_text(spec))
    for file, reading in ocr.read_scans(list(files), folder / "readings").items():
        specimen, damage, printed = files[file]
        if isinstance(reading, Reading):
            share = right_share(reading.text, printed)
            yield Result(specimen, damage, reading.confidence, len(reading.words), share)
        else:
            sys.stderr.write(f"{specimen}, {damage}: {reading.message}\n")


def kept_back(found: Sequence[Result], threshold: float) -> str:
    """``k of n`` readings below ``threshold``: of those that hold, of those between, of those mostly wrong."""
    groups = (
        [r for r in found if r.right >= HOLDS],
        [r for r in found if WRONG <= r.right < HOLDS],
        [r for r in found if r.right < WRONG],
    )
    return "".join(f"{sum(r.confidence < threshold for r in g):4} of {len(g):3}" for g in groups)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quarantine")
    parser.add_argument("--each", type=int, default=2, help="every so many specimens (default: 2)")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        found = sorted(results(arguments.each, Path(folder)), key=lambda r: (-r.confidence, r.specimen))
    print(f"{'specimen':32} {'damage':14} {'sure %':>6} {'words':>5} {'right':>5}")
    for r in found:
        print(f"{r.specimen:32} {r.damage:14} {r.confidence:6.1f} {r.words:5} {r.right:5.2f}")
    print("\nthreshold   holding    between    mostly wrong")
    for threshold in THRESHOLDS:
        print(f"{threshold:9} {kept_back(found, threshold)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
