"""Opaque boxes burned into a picture: made anew from its pixels, without anything beside them, and read again.

A box that only lies over a picture hides nothing; here the pixels below it are gone.  The file is replaced as a whole,
and only when a second reading finds none of the covered words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Protocol

from PIL import Image, ImageDraw

from build_tools import images
from build_tools.identity.words import common, plain
from build_tools.whole import write_whole

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels of the picture as it is seen upright."""


class Word(Protocol):
    """A word of a reading with its place."""

    @property
    def text(self) -> str: ...
    @property
    def box(self) -> Box: ...


Read = Callable[[bytes, str], Sequence[Word] | str]
"""Reads the bytes of a picture whose name has this ending: its words, or why it cannot be read."""

_MARGIN = 0.12
"""Of the height of a word, added on each side: strokes reach out of the box that a reader gives."""
_ALIKE = 0.75
"""Likeness (0 to 1) from which a word counts as another that was misread."""
_COVERED = 0.3
"""Share of a word below a box from which it counts as covered."""
_SHORTEST = 3
"""Letters of the shortest word that can give something away."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """The picture as it was written: how many boxes it got."""

    boxes: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the file is as it was, and what to do."""

    message: str
    hint: str


def redact(file: Path, boxes: Sequence[Box], words: Sequence[str], read: Read) -> Redacted | Refused:
    """Covers ``boxes``, and each place where one of ``words`` is read, in the picture ``file``.

    Without both it only takes out what stands beside the pixels.  Raises ``OSError`` when the file cannot be written.
    """
    suffix = file.suffix.lower()
    if suffix not in images.FORMATS:
        return Refused("only pictures can be redacted", "Save each page as JPEG or PNG first.")
    data = images.read_bytes(file)
    pages = images.pages(data, file.suffix, most=2) if isinstance(data, bytes) else data
    if isinstance(data, images.Refusal) or isinstance(pages, images.Refusal):
        refusal = data if isinstance(data, images.Refusal) else pages
        return Refused(refusal.message, refusal.hint) if isinstance(refusal, images.Refusal) else _several()
    if len(pages) != 1:
        return _several()
    if not boxes and not words:
        write_whole(file, images.encoded(pages[0], suffix))
        return Redacted(0)
    return _covered(file, pages[0], boxes, words, read)


def _several() -> Refused:
    return Refused("the file holds several pages", "Save each page as a picture of its own.")


def _covered(
    file: Path, page: Image.Image, boxes: Sequence[Box], words: Sequence[str], read: Read
) -> Redacted | Refused:
    first = read(images.encoded(page, ".png"), ".png")
    if isinstance(first, str):
        return Refused("the picture cannot be read, so nothing could be checked", first)
    places = [_places(first, word) for word in words]
    if unfit := _unfit(page, boxes, places):
        return unfit
    covers = [*boxes, *(_wider(box) for place in places for box in place)]
    data = images.encoded(_burned(page, covers), file.suffix.lower())
    again = read(data, file.suffix.lower())
    if isinstance(again, str):
        return Refused("the covered picture cannot be read, so nothing could be checked", again)
    secret = [word.text for word in first if any(_overlap(word.box, box) > _COVERED for box in covers)]
    if legible := [word.box for word in again if _is_legible(word, [*secret, *words], covers)]:
        where = "; ".join(",".join(map(str, box)) for box in legible[:5])
        hint = "Cover that place as well: add it as --box, or use --words to cover all places of a word."
        return Refused(f"a word that was to be covered can still be read, at {where}", hint)
    write_whole(file, data)
    return Redacted(len(covers))


def _unfit(page: Image.Image, boxes: Sequence[Box], places: Sequence[Sequence[Box]]) -> Refused | None:
    """What is wrong with what was asked for: a box outside of the picture, a word that is not in it."""
    if not all(_inside(box, page.size) for box in boxes):
        message = f"a box does not lie within the picture of {page.width} × {page.height} pixels"
        return Refused(message, "Write left,top,width,height in pixels of the picture as it is seen.")
    if [] in places:
        message = f"word {list(places).index([]) + 1} is not in the reading"
        return Refused(message, "Name its place: --box left,top,width,height.")
    return None


def _inside(box: Box, size: tuple[int, int]) -> bool:
    left, top, width, height = box
    return 0 <= left < size[0] and 0 <= top < size[1] and width > 0 and height > 0


def _bare(text: str) -> str:
    return re.sub(r"[^\w\u0900-\u097f]", "", plain(text))


def _places(words: Sequence[Word], wanted: str) -> list[Box]:
    """The boxes of the words that are read as ``wanted``, which may be several words; alike is enough."""
    parts = [_bare(part) for part in wanted.split() if _bare(part)]
    found: list[Box] = []
    for at in range(len(words) - len(parts) + 1 if parts else 0):
        row = words[at : at + len(parts)]
        if all(_alike(_bare(word.text), part) for word, part in zip(row, parts, strict=True)):
            found += [word.box for word in row]
    return found


def _alike(read: str, wanted: str) -> bool:
    if len(wanted) < 4 or len(read) < 3:
        return read == wanted
    return wanted in read or SequenceMatcher(None, read, wanted).ratio() >= _ALIKE


def _wider(box: Box) -> Box:
    left, top, width, height = box
    by = max(2, round(height * _MARGIN))
    return max(0, left - by), max(0, top - by), width + 2 * by + min(0, left - by), height + 2 * by + min(0, top - by)


def _overlap(box: Box, other: Box) -> float:
    """The share of ``box`` that ``other`` covers."""
    wide = min(box[0] + box[2], other[0] + other[2]) - max(box[0], other[0])
    high = min(box[1] + box[3], other[1] + other[3]) - max(box[1], other[1])
    return max(wide, 0) * max(high, 0) / max(box[2] * box[3], 1)


def _burned(page: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    covered = page.copy()
    draw = ImageDraw.Draw(covered)
    for left, top, width, height in boxes:
        draw.rectangle((left, top, left + width - 1, top + height - 1), fill=0)
    return covered


def _is_legible(word: Word, secret: Sequence[str], boxes: Sequence[Box]) -> bool:
    """Whether a word of the second reading gives a covered one away: in part at a box, or as a whole anywhere."""
    text = _bare(word.text)
    beside = any(_overlap(word.box, _wider(_wider(box))) > 0.2 for box in boxes)
    hidden = {_bare(part) for words in secret for part in words.split()}
    return len(text) >= _SHORTEST and any(_tells(text, one, beside) for one in hidden if len(one) >= _SHORTEST)


def _tells(text: str, hidden: str, beside: bool) -> bool:
    return (_alike(text, hidden) and (beside or hidden not in common())) or (beside and text in hidden)
