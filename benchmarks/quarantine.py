"""From which confidence on a reading is worth showing: the bank's specimens, spoilt step by step and read for real.

    python -m benchmarks.quarantine [--each N]

Every N-th specimen (default: each second) is blurred, shrunk, bleached or covered with grain, and read by Tesseract.
Printed are, for each reading: how sure the machine was, its words, the share of them that are printed, and the share
of what is printed that was read.  Then, for each threshold, how many readings it keeps back of those that hold (four
words in five are right, and half of the text is there), of those between, of fragments (less than half is there), and
of those in which fewer than one word in two is right.
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
from build_tools.settings import OcrSettings
from tests.ocr.specimen_texts import SPECIMENS
from tests.specimens import true_text

CLIPPINGS = Path(__file__).parent.parent / "clippings"
THRESHOLDS = (40, 50, 60, 65, 70, 75, 80, 90)
WORDS = (10, 15, 20, 25, 30, 40)
HOLDS, WRONG, MOST = 0.8, 0.5, 0.5
GROUPS = ("holding", "between", "a fragment", "mostly wrong")


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
    found: float
    """Share of the words printed that were read."""

    @property
    def group(self) -> str:
        if self.right < WRONG:
            return "mostly wrong"
        if self.found < MOST:
            return "a fragment"
        return "holding" if self.right >= HOLDS else "between"


def shares(read: str, printed: str) -> tuple[float, float]:
    """The words that two texts have in common as shares of the first and of the second."""
    words, there = Counter(read.split()), Counter(printed.split())
    both = (words & there).total()
    return both / max(1, words.total()), both / max(1, there.total())


def results(each: int, folder: Path) -> Iterator[Result]:
    files: dict[Path, tuple[str, str, str]] = {}
    for spec in SPECIMENS[::each]:
        with Image.open(CLIPPINGS / spec.date[:4] / f"{spec.id}.jpg") as scan:
            for name, spoil in DAMAGES.items():
                file = folder / f"{spec.id}-{name.replace(' ', '-')}.png"
                spoil(scan.convert("RGB")).save(file)
                files[file] = (spec.id, name, true_text(spec))
    for file, reading in ocr.read_scans(list(files), folder / "readings").items():
        specimen, damage, printed = files[file]
        if isinstance(reading, Reading):
            right, there = shares(reading.text, printed)
            yield Result(specimen, damage, reading.confidence, len(reading.words), right, there)
        else:
            sys.stderr.write(f"{specimen}, {damage}: {reading.message}\n")


def kept_back(found: Sequence[Result], confidence: float, words: int) -> str:
    """``k of n`` readings less sure than ``confidence`` or shorter than ``words``, in each group."""
    cells = []
    for name in GROUPS:
        group = [r for r in found if r.group == name]
        cells.append(f"{sum(r.confidence < confidence or r.words < words for r in group)} of {len(group)}")
    return "".join(f"{cell:>14}" for cell in cells)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quarantine")
    parser.add_argument("--each", type=int, default=2, help="every so many specimens (default: 2)")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        found = sorted(results(arguments.each, Path(folder)), key=lambda r: (-r.confidence, r.specimen))
    print(f"{'specimen':32} {'damage':14} {'sure %':>6} {'words':>5} {'right':>5} {'found':>5}")
    for r in found:
        print(f"{r.specimen:32} {r.damage:14} {r.confidence:6.1f} {r.words:5} {r.right:5.2f} {r.found:5.2f}")
    print(f"\n{'kept back below':18}" + "".join(f"{name:>14}" for name in GROUPS))
    for percent in THRESHOLDS:
        print(f"{percent:4} % sure       {kept_back(found, percent, 0)}")
    for words in WORDS:
        print(f"{words:4} words        {kept_back(found, 0, words)}")
    default = OcrSettings()
    print(f"the two defaults  {kept_back(found, default.quarantine, default.least_words)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
