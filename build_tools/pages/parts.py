"""A long text in parts, each light enough for a slow line: cut before headings where that is possible."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

FRAME = 1_700  # bytes that everything around the text takes on a page, compressed
LIGHT = 9_000  # bytes of HTML that always fit, compressed
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")
_EMPTY = frozenset("br hr img input path rect circle polyline wbr".split())
_ROWS = re.compile(r"(.*?<tbody>\s*)(.*?)(\s*</tbody>.*)", re.S)
_ITEMS = re.compile(r"(<(?:[ou]l|div)[^>]*>\s*)(.*?)(\s*</(?:[ou]l|div)>)", re.S)


@dataclass
class Parts:
    """Which part of a page's text a template shows: the whole, until ``cut`` has been called."""

    number: int = 1
    whole: str = ""
    texts: list[str] = field(default_factory=list)

    def take(self, whole: str) -> Markup:
        """What stands on this page of the text that a template has made."""
        self.whole = whole
        return Markup(self.texts[self.number - 1] if self.texts else whole)  # noqa: S704 - made by a template

    def cut(self, first: int, later: int) -> None:
        """Cuts the text into parts that take ``first`` and ``later`` bytes, compressed, on their pages."""
        self.texts = split(self.whole, first, later)


def weight(html: str) -> int:
    """Bytes of ``html`` as readers load it."""
    return len(zlib.compress(html.encode(), 9))


def split(html: str, first: int, later: int) -> list[str]:
    """``html`` in parts of at most ``first`` bytes (compressed), then of ``later``, as far as it can be cut.

    Cuts are between blocks of the upper level, before a heading if there is one; in tables between rows, in lists
    between items, in a text (``<div>``) between its paragraphs.
    """
    parts: list[list[str]] = [[]]
    waiting = list(blocks(html))[::-1]
    while waiting:
        block, room = waiting.pop(), first if len(parts) == 1 else later
        current = parts[-1]
        if weight("".join([*current, block])) <= room:
            current.append(block)
        elif not current and (pieces := _pieces(block)):
            waiting += pieces[::-1]
        elif not current:
            current.append(block)
            parts.append([])
        else:
            back = _to_heading(current)
            waiting += [block, *back[::-1]]
            parts.append([])
    return ["".join(part) for part in parts if part]


def _to_heading(current: list[str]) -> list[str]:
    """Takes from the end of ``current`` what belongs with the block behind it: the text below the last heading."""
    headings = [n for n, block in enumerate(current) if n and re.match(r"<h[23]", block)]
    if not headings:
        return []
    back = current[headings[-1] :]
    del current[headings[-1] :]
    return back


def blocks(html: str) -> Iterator[str]:
    """The elements of the upper level, each with the space behind it."""
    depth = start = 0
    for tag in _TAG.finditer(html):
        if tag[2] in _EMPTY or tag[3]:
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            yield html[start : tag.end()].strip() + "\n"
            start = tag.end()
    if rest := html[start:].strip():
        yield rest


def _pieces(block: str) -> list[str]:
    """A table, a list or a text as several; nothing when it is none of them, or has but one row or paragraph."""
    table, items = _ROWS.fullmatch(block), _ITEMS.fullmatch(block.strip())
    if table:
        rows = list(blocks(table[2]))
        return [table[1] + "".join(half) + table[3] for half in _halves(rows)]
    if items:
        rows = list(blocks(items[2]))
        starts = (1, 1 + len(rows) // 2)
        return [
            re.sub(r"^<ol", f'<ol start="{start}"', items[1]) + "".join(half) + items[3]
            for start, half in zip(starts, _halves(rows), strict=False)
        ]
    return []


def _halves(rows: list[str]) -> list[list[str]]:
    middle = len(rows) // 2
    return [rows[:middle], rows[middle:]] if middle else []
