"""The order in which a person reads a page of columns.

First the engine's lines are divided at gutters: it likes to join the lines of two columns.  Then the page is cut
recursively (XY-cut): where white runs from the top of a region to its bottom, its columns are read one after the
other; otherwise the region is cut across, at the lowest white band above which there are columns, so that columns
over a wide headline stay together, and if there is none, at the first band.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median
from typing import TypeVar

from build_tools.ocr.values import Box, Row

# All lengths in heights of a word.
_GAP = 0.35
"""Least white between two words that may be a gutter; less than a gutter has, as engines draw some boxes too wide."""
_WIDE_GAP = 0.8
"""White between two words that is wider than is usual within a column."""
_GUTTER = 0.5
"""Least width of a gutter over all the lines that it passes; a page that lies askew narrows it."""
_PASSES = 9.0
"""How far a gutter must run, upwards or downwards."""
_NEAR = 3.0
"""How far from a gutter its columns' lines may end or start."""
_LINES, _MANY_LINES = 5, 8
_REACHING = 0.125
"""Part of the lines that may reach into a gutter."""
_NEAR_EDGE = 0.4
"""Heights from a column's edge at which its gutter is sought."""
_OVERHANG = 0.3
"""Heights by which a word lies on both sides of a place, at least, to be across it."""
_ASIDE = 0.3
"""Least white between a clipping and the article beside it."""
_BAND = -0.25
"""Least white between two bands; negative, because lines that lie askew overlap a little."""


def surround(boxes: Sequence[Box]) -> Box:
    """The smallest box around all ``boxes``."""
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return left, top, max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column: its words from left to right."""

    rows: tuple[Row, ...]
    box: Box

    @property
    def right(self) -> int:
        return self.box[0] + self.box[2]

    @property
    def bottom(self) -> int:
        return self.box[1] + self.box[3]


def _line(rows: Sequence[Row]) -> Line:
    ordered = tuple(sorted(rows, key=lambda row: row.box[0]))
    return Line(ordered, surround([row.box for row in ordered]))


# --- Gutters ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands to both sides of a place on a line: where the left ends and the right starts; ``None``: across it."""

    left: int | None
    right: int | None
    across: bool


def _beside_of(words: Sequence[Box], middle: float) -> _Beside:
    """For the words of one line.  Only a word whose larger part lies to neither side is across ``middle``."""
    across = any(min(middle - left, left + width - middle) > _OVERHANG * height for left, _, width, height in words)
    ends = [left + width for left, _, width, _ in words if left + width / 2 < middle]
    starts = [left for left, _, width, _ in words if left + width / 2 >= middle]
    return _Beside(max(ends, default=None), min(starts, default=None), across)


class _Words:
    """The boxes of a page's words by height."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = sorted(boxes, key=_centre)
        self._centres = [_centre(box) for box in self._boxes]

    def between(self, top: float, bottom: float) -> list[Box]:
        return self._boxes[bisect_left(self._centres, top) : bisect_right(self._centres, bottom)]


def _centre(box: Box) -> float:
    return box[1] + box[3] / 2


def _is_gutter(one: Box, other: Box, words: _Words) -> bool:
    """True when the white between two words of a line, or a part of it, goes on through the lines above or below.

    White in the middle of a wide gap must go on through five lines, above or below; elsewhere, and in a gap that is
    hardly wider than others, through eight around it, lest words that happen to end below one another make a gutter.
    """
    height = (one[3] + other[3]) / 2
    end, start = one[0] + one[2], other[0]
    centre, middle, near = _centre(one), (end + start) / 2, _NEAR_EDGE * height
    if start - end >= _WIDE_GAP * height and any(
        _goes_on((centre + above * height, centre + below * height), middle, height, words, _LINES)
        for above, below in ((-_PASSES, 0.7), (-0.7, _PASSES), (-_PASSES / 2, _PASSES / 2))
    ):
        return True
    around = (centre - _PASSES * height, centre + _PASSES * height)
    places = (start - near, end + near) if start - end > 2 * near else (middle,)
    return any(_goes_on(around, place, height, words, _MANY_LINES) for place in places)


def _goes_on(span: tuple[float, float], middle: float, height: float, words: _Words, least: int) -> bool:
    """True when there is white at ``middle`` in at least so many lines between two heights, with text on both sides.

    One line in eight may reach into it: engines draw some boxes too wide.
    """
    lines: dict[int, list[Box]] = {}
    for word in words.between(*span):
        lines.setdefault(round(_centre(word) / height), []).append(word)
    beside = [_beside_of(line, middle) for line in lines.values()]
    ends = sorted(b.left for b in beside if b.left is not None and middle - b.left <= _NEAR * height)
    starts = sorted(b.right for b in beside if b.right is not None and b.right - middle <= _NEAR * height)
    if min(len(ends), len(starts)) < least or sum(b.across for b in beside) > len(beside) * _REACHING:
        return False
    allowed = int(len(beside) * _REACHING)
    return starts[min(allowed, len(starts) - 1)] - ends[max(-1 - allowed, -len(ends))] >= _GUTTER * height


def _divided(rows: Sequence[Row]) -> list[Line]:
    """The engine's lines, each divided where a gutter passes through it."""
    words = _Words([row.box for row in rows])
    by_number: dict[tuple[int, int, int], list[Row]] = {}
    for row in rows:
        by_number.setdefault((row.block, row.paragraph, row.line), []).append(row)
    lines: list[Line] = []
    for members in by_number.values():
        members.sort(key=lambda row: row.box[0])
        parts = [[members[0]]]
        for one, other in pairwise(members):
            wide = other.box[0] - one.box[0] - one.box[2] >= _GAP * (one.box[3] + other.box[3]) / 2
            if wide and _is_gutter(one.box, other.box, words):
                parts.append([])
            parts[-1].append(other)
        lines += map(_line, parts)
    return lines


# --- Cutting a region ------------------------------------------------------------------------------------


Boxed = TypeVar("Boxed", Line, Row)


def _apart(things: Sequence[Boxed], axis: int, gap: float) -> list[list[Boxed]]:
    """The things in groups with at least ``gap`` pixels of white between them along the axis (0 across, 1 down)."""
    groups: list[list[Boxed]] = []
    end = float("-inf")
    for thing in sorted(things, key=lambda found: (found.box[axis], found.box[1 - axis])):
        if thing.box[axis] - end >= gap:
            groups.append([])
        groups[-1].append(thing)
        end = max(end, thing.box[axis] + thing.box[axis + 2])
    return groups


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    return _apart(lines, 0, 1)


def columns_apart(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups from left to right, between which white runs from the top of the page to its bottom."""
    return _apart(lines, 0, _ASIDE * median(line.box[3] for line in lines)) if lines else []


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    return _apart(lines, 1, _BAND * median(line.box[3] for line in lines))


def _lowest_cut(bands: Sequence[Sequence[Line]]) -> int:
    """Above how many bands the lowest cut lies over which there are columns of two lines and more; else 1."""
    cut = 1
    spans: list[tuple[int, int, int]] = []  # left, right and lines of each column so far
    for number, band in enumerate(bands[:-1], 1):
        for line in band:
            left, right, lines, others = line.box[0], line.right, 1, []
            for span in spans:
                if span[0] <= right and left <= span[1]:
                    left, right, lines = min(left, span[0]), max(right, span[1]), lines + span[2]
                else:
                    others.append(span)
            spans = [*others, (left, right, lines)]
        if len(spans) > 1 and all(lines > 1 for _, _, lines in spans):
            cut = number
    return cut


def _regions(lines: list[Line]) -> list[list[Line]]:
    """The lines in regions of one column each, in reading order."""
    regions: list[list[Line]] = []
    while lines:
        columns = _columns(lines)
        if len(columns) > 1:
            return regions + [region for column in columns for region in _regions(column)]
        bands = _bands(lines)
        if len(bands) < 2:
            return [*regions, lines]
        cut = _lowest_cut(bands)
        regions += _regions(list(chain(*bands[:cut])))
        lines = list(chain(*bands[cut:]))
    return regions


def _joined(lines: Sequence[Line]) -> list[Line]:
    """A region's lines from top to bottom, with the fragments of one line made one."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda found: (found.box[1] + found.bottom, found.box[0])):
        if joined and _beside(joined[-1], line):
            joined[-1] = _line([*joined[-1].rows, *line.rows])
        else:
            joined.append(line)
    return joined


def _beside(one: Line, other: Line) -> bool:
    """True when the two are fragments of one line: at the same height, and not one upon the other."""
    shared = min(one.bottom, other.bottom) - max(one.box[1], other.box[1])
    return shared > 0.5 * min(one.box[3], other.box[3]) and (one.right <= other.box[0] or other.right <= one.box[0])


def _strips(rows: Sequence[Row]) -> list[list[Row]]:
    """The words in groups of five lines and more, between which white runs from the top of the page to its bottom."""
    height = median(row.box[3] for row in rows)
    strips = _apart(rows, 0, _WIDE_GAP * height)

    def lines(strip: list[Row]) -> int:
        return len({round(_centre(row.box) / height) for row in strip})

    return strips if all(lines(strip) >= _LINES for strip in strips) else [list(rows)]


def lines_in_order(rows: Sequence[Row]) -> list[Line]:
    """All lines of the page in reading order."""
    lines = [line for strip in _strips(rows) for line in _divided(strip)] if rows else []
    return [line for region in _regions(lines) for line in _joined(region)]


def grouped(lines: Sequence[Line], follows: Callable[[Line, Line], bool]) -> list[list[Line]]:
    """The lines in runs, within which each ``follows`` the one before."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and follows(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs
