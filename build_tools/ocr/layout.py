"""Puts what an engine read into the order in which a person reads, and makes running text of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from build_tools.model import Word
from build_tools.ocr.values import Box, Row

# --- Order of blocks -------------------------------------------------------------------------------------

_TOLERANCE = 0.006
"""Part of the page's extent by which neighbours may overlap and still count as apart: scans lie a little askew."""


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Indexes of ``boxes`` in reading order, left to right and top to bottom.

    Method: recursive cuts (XY-cut).  What a white gutter divides from top to bottom are columns, read one after
    the other.  Otherwise the page is cut across: what stands above the cut comes first.  The cut is the lowest one
    above which there are columns, so that columns over a wide headline stay together; if there is none, the first.
    """
    if not boxes:
        return []
    extent = [max(box[axis] + box[axis + 2] for box in boxes) * _TOLERANCE for axis in (0, 1)]
    return _ordered(list(range(len(boxes))), boxes, extent)


def _ordered(members: list[int], boxes: Sequence[Box], slack: Sequence[float]) -> list[int]:
    columns = _parts(members, boxes, 0, slack)
    if len(columns) > 1:
        return [member for column in columns for member in _ordered(column, boxes, slack)]
    bands = _parts(members, boxes, 1, slack)
    if len(bands) < 2:
        return sorted(members)  # they overlap: the engine's own order is as good as any
    cuts = ([list(chain(*bands[:n])), list(chain(*bands[n:]))] for n in (*range(len(bands) - 1, 1, -1), 1))
    above, below = next(cut for cut in cuts if len(cut[0]) == len(bands[0]) or len(_parts(cut[0], boxes, 0, slack)) > 1)
    return _ordered(above, boxes, slack) + _ordered(below, boxes, slack)


def _parts(members: Sequence[int], boxes: Sequence[Box], axis: int, slack: Sequence[float]) -> list[list[int]]:
    """The members in groups that a white gap divides along the axis (0: gutters, 1: bands), first to last."""
    groups: list[list[int]] = []
    end = float("-inf")
    for member in sorted(members, key=lambda m: (boxes[m][axis], m)):
        start, size = boxes[member][axis], boxes[member][axis + 2]
        if start >= end - slack[axis]:
            groups.append([])
        groups[-1].append(member)
        end = max(end, start + size)
    return groups


def _surround(boxes: Sequence[Box]) -> Box:
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return left, top, max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top


# --- From rows to words and text -------------------------------------------------------------------------

_LEAST = 10.0
_LEAST_SIGN = 70.0


def legible(row: Row) -> bool:
    """False for what is more likely dirt or a picture's dots than a word."""
    return row.confidence >= (_LEAST if any(c.isalnum() for c in row.text) else _LEAST_SIGN)


def in_order(rows: Sequence[Row]) -> list[list[list[Row]]]:
    """The legible rows as paragraphs of lines of words, in reading order; blocks are numbered anew by their place."""
    kept = sorted(filter(legible, rows), key=lambda r: (r.block, r.paragraph, r.line))
    blocks = [list(block) for _, block in groupby(kept, key=lambda r: r.block)]
    order = reading_order([_surround([row.box for row in block]) for block in blocks])
    paragraphs: list[list[list[Row]]] = []
    for number in order:
        for _, paragraph in groupby(blocks[number], key=lambda r: r.paragraph):
            paragraphs.append([list(line) for _, line in groupby(paragraph, key=lambda r: r.line)])
    return paragraphs


def words_of(paragraphs: Sequence[Sequence[Sequence[Row]]], first_line: int, first_block: int) -> list[Word]:
    """The words with lines and blocks numbered in reading order, from the given numbers on."""
    found: list[Word] = []
    line, block, current = first_line - 1, first_block - 1, None
    for paragraph in paragraphs:
        if paragraph[0][0].block != current:
            current, block = paragraph[0][0].block, block + 1
        for rows in paragraph:
            line += 1
            found += [Word(row.text, row.box, row.confidence, line, block) for row in rows]
    return found


def text_of(paragraphs: Sequence[Sequence[Sequence[Row]]]) -> str:
    """Running text: one line for each paragraph, an empty line between two."""
    lines = [[" ".join(row.text for row in line) for line in paragraph] for paragraph in paragraphs]
    compounds = compounds_in(line for paragraph in lines for line in paragraph)
    texts: list[str] = []
    for paragraph in lines:
        text = join_lines(paragraph, compounds)
        if texts and _divided(texts[-1], text):  # by the end of a column
            texts[-1] = join_lines([texts[-1], text], compounds)
        else:
            texts.append(text)
    return "\n\n".join(texts)


# --- Hyphens ---------------------------------------------------------------------------------------------

_HEAD = re.compile(r"([A-Za-z\u00c0-\u024f]{2,})[-\u00ac\u00ad\u2010]$")
_TAIL = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def compounds_in(lines: Iterable[str]) -> frozenset[str]:
    """The words with a hyphen that stand whole within the lines, in lower case."""
    return frozenset(word.lower() for line in lines for word in _COMPOUND.findall(line))


def _divided(text: str, following: str) -> bool:
    """True when ``text`` ends within a word of Latin letters and ``following`` may go on with it."""
    return bool(_HEAD.search(text) and _TAIL.match(following))


def join_lines(lines: Sequence[str], compounds: frozenset[str] = frozenset()) -> str:
    """The lines as one; a word of Latin letters that a hyphen divides at a line's end is made whole.

    The hyphen stays when the word is found with it elsewhere (``compounds``): "follow-" and "up".
    """
    text = ""
    for line in lines:
        head, tail = _HEAD.search(text), _TAIL.match(line)
        if head and tail:
            compound = f"{head[1]}-{tail[0]}".lower() in compounds
            text = (text[:-1] + "-" if compound else text[:-1]) + line
        else:
            text = f"{text} {line}" if text else line
    return text
