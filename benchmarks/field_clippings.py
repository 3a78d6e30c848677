"""A seeded set of clippings as they come from the field, with known text: twelve kinds, half English, half Hindi.

    python -m benchmarks.field_clippings FOLDER [--seed 1]

writes them as pictures with a .txt each.  The same seed, fonts and libraries give the same bytes.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks import field_damage as damage
from benchmarks.field_layout import BODY, plans, typeset

EACH = 6
"""Clippings of each kind, every other one Hindi."""


@dataclass(frozen=True)
class Clipping:
    """One picture, as the bytes of a file, and what is printed on it."""

    name: str
    kind: str
    language: str
    suffix: str
    data: bytes
    text: str


def _to(size: float, page: Image.Image) -> Image.Image:
    """``page`` so small that its body has type of ``size`` pixels."""
    return damage.scaled(page, size / BODY)


def _clean(page: Image.Image, random: Random) -> Image.Image:
    return damage.grain(_to(random.uniform(38, 44), page), random, 3)


def _composite(page: Image.Image, random: Random) -> Image.Image:
    return damage.jpeg(_to(random.uniform(13, 18), page), 82, 68)


def _phone(page: Image.Image, random: Random) -> Image.Image:
    page = damage.newsprint(_to(random.uniform(20, 27), page), random)
    page = damage.shaded(damage.curled(page, random), random)
    return damage.jpeg(damage.grain(page, random, 4), 75)


def _neighbour(page: Image.Image, random: Random) -> Image.Image:
    page = damage.newsprint(_to(random.uniform(17, 24), page), random)
    return damage.jpeg(page, 80, 66)


def _marked(page: Image.Image, random: Random) -> Image.Image:
    return damage.jpeg(damage.strokes(_to(random.uniform(17, 23), page), random), 80, 70)


def _turned(page: Image.Image, random: Random) -> Image.Image:
    page = damage.newsprint(_to(random.uniform(18, 24), page), random)
    return damage.jpeg(damage.turned(page, random.choice([90, 180, 270])), 78)


def _skewed(page: Image.Image, random: Random) -> Image.Image:
    page = damage.newsprint(_to(random.uniform(18, 24), page), random)
    return damage.jpeg(damage.turned(page, random.choice([-1, 1]) * random.uniform(1, 6)), 78)


def _small(page: Image.Image, random: Random) -> Image.Image:
    return damage.jpeg(_to(random.uniform(9, 11.5), page), 85, 75)


def _squeezed(page: Image.Image, random: Random) -> Image.Image:
    return damage.jpeg(_to(random.uniform(13, 17), page), 45, 30)


def _old(page: Image.Image, random: Random) -> Image.Image:
    page = damage.letterpress(_to(30, page), random)
    return damage.jpeg(damage.scaled(page, random.uniform(9.5, 12) / 30), 72)


def _shadow(page: Image.Image, random: Random) -> Image.Image:
    page = damage.newsprint(_to(random.uniform(17, 24), page), random)
    return damage.jpeg(damage.shaded(damage.shaded(page, random), random), 76)


@dataclass(frozen=True)
class Kind:
    damage: Callable[[Image.Image, Random], Image.Image]
    fixed: dict[str, bool]
    suffix: str = ".jpg"


_BARE = {"logo": False, "strip": False, "box": False}
KINDS: dict[str, Kind] = {
    "clean 300 dpi": Kind(_clean, {**_BARE, "picture": False, "pull": False}, ".png"),
    "composite": Kind(_composite, {"logo": True, "strip": True, "pull": True, "picture": True}),
    "strips and boxes": Kind(_composite, {"strip": True, "pull": True, "box": True, "picture": False}),
    "phone photo": Kind(_phone, {}),
    "neighbour's columns": Kind(_neighbour, {"neighbour": True}),
    "marker strokes": Kind(_marked, {}),
    "turned": Kind(_turned, {}),
    "skewed": Kind(_skewed, {}),
    "low resolution": Kind(_small, {}),
    "compressed hard": Kind(_squeezed, {}),
    "old press": Kind(_old, {**_BARE, "picture": False}),
    "shadows": Kind(_shadow, {}),
}


def _encoded(page: Image.Image, suffix: str) -> bytes:
    buffer = io.BytesIO()
    if suffix == ".png":
        page.save(buffer, "PNG", dpi=(300, 300))
    else:
        page.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def clippings(seed: int, each: int = EACH, kinds: tuple[str, ...] = ()) -> Iterator[Clipping]:
    """The set of ``seed``: ``each`` clippings of every kind (or of ``kinds``)."""
    for kind, how in KINDS.items():
        for number in range(each if not kinds or kind in kinds else 0):
            random = Random(f"{seed}/{kind}/{number}")
            language = ("en", "hi")[number % 2]
            plan = plans(language, number + number // 4 + seed, random, **how.fixed)
            page, text = typeset(plan, random)
            data = _encoded(how.damage(page, random), how.suffix)
            yield Clipping(f"{kind.replace(' ', '-')}-{number}", kind, language, how.suffix, data, text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for clipping in clippings(arguments.seed):
        path = arguments.folder / (clipping.name + clipping.suffix)
        path.write_bytes(clipping.data)
        path.with_suffix(".txt").write_text(clipping.text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
