"""Two readings of one page made one: word by word the surer is taken, and what only one saw is kept if it is sure.

Both readings must be in the same pixels.  Words that lie upon one another form a knot (one reading may have divided
what the other ran together); each knot is decided as a whole, so that no word comes twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from build_tools.model import sureness
from build_tools.ocr.order import surround
from build_tools.ocr.values import Box, Row

_UPON = 0.4
"""Part of the smaller word that must lie upon the larger for the two to be the same print."""
_LEAD = 2.0
"""How much surer the second reading must be to replace the first."""
_ALONE = 60.0
"""Least confidence of a word that only the second reading saw."""
_ABSENT = 25.0
"""Least confidence of a word that only the first saw."""
_ECHO = 1.0
"""Heights within which a word that only the second saw is one that the first saw beside."""
_BESIDE = 1.5
"""Heights of a word from the end of a line within which it belongs to it."""
_SECOND = 100_000
"""Added to the second reading's numbers of blocks, so that they are none of the first's."""

LineId = tuple[int, int, int]


def line_of(row: Row) -> LineId:
    return row.block, row.paragraph, row.line


def shared(one: Box, other: Box) -> float:
    """Which part of the smaller box lies upon the other, 0 to 1."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / max(1, min(one[2] * one[3], other[2] * other[3]))


# --- Knots -----------------------------------------------------------------------------------------------


def _cells(box: Box, side: int) -> Iterable[tuple[int, int]]:
    for x in range(box[0] // side, (box[0] + box[2]) // side + 1):
        for y in range(box[1] // side, (box[1] + box[3]) // side + 1):
            yield x, y


def _pairs(first: Sequence[Row], second: Sequence[Row]) -> Iterable[tuple[int, int]]:
    """Numbers of words of the two readings that lie upon one another, found through a grid of cells."""
    side = 64
    grid: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, row in enumerate(first):
        for cell in _cells(row.box, side):
            grid[cell].append(number)
    for number, row in enumerate(second):
        near = sorted({other for cell in _cells(row.box, side) for other in grid.get(cell, ())})
        for other in near:
            if shared(first[other].box, row.box) >= _UPON:
                yield other, number


def knots(first: Sequence[Row], second: Sequence[Row]) -> list[tuple[list[Row], list[Row]]]:
    """The words of both readings in knots, in the order of the first's words, then those only the second has."""
    parent = list(range(len(first) + len(second)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in _pairs(first, second):
        low, high = sorted((root(one), root(len(first) + other)))
        parent[high] = low
    groups: dict[int, tuple[list[Row], list[Row]]] = {}
    for number, row in enumerate([*first, *second]):
        groups.setdefault(root(number), ([], []))[number >= len(first)].append(row)
    return list(groups.values())


# --- Decisions -------------------------------------------------------------------------------------------


class _Lines:
    """The lines of the first reading, to which words of the second are given."""

    def __init__(self, rows: Sequence[Row]) -> None:
        members: defaultdict[LineId, list[Box]] = defaultdict(list)
        for row in rows:
            members[line_of(row)].append(row.box)
        self._boxes = {line: surround(boxes) for line, boxes in members.items()}

    def home(self, row: Row, ones: Sequence[Row]) -> LineId:
        """The line of what ``row`` replaces, else the line at its height and beside it, else one of its own."""
        if ones:
            return line_of(max(ones, key=lambda one: shared(one.box, row.box)))
        centre, reach = row.box[1] + row.box[3] / 2, _BESIDE * row.box[3]
        near = [
            (max(box[0] - row.box[0] - row.box[2], row.box[0] - box[0] - box[2]), line)
            for line, box in self._boxes.items()
            if box[1] <= centre <= box[1] + box[3]
        ]
        distance, line = min(near, default=(reach + 1, (0, 0, 0)))
        return line if distance <= reach else (row.block + _SECOND, row.paragraph, row.line)


def _moved(row: Row, line: LineId) -> Row:
    return replace(row, block=line[0], paragraph=line[1], line=line[2])


def written(rows: Sequence[Row]) -> str:
    """The words from left to right, run together."""
    return "".join(row.text for row in sorted(rows, key=lambda row: row.box[0]))


def _surer(ones: list[Row], others: list[Row]) -> tuple[list[Row], bool]:
    if not others:
        return [row for row in ones if row.confidence >= _ABSENT], False
    if written(ones) == written(others) and len(ones) == len(others):
        both = zip(ones, others, strict=True)
        return [replace(one, confidence=max(one.confidence, other.confidence)) for one, other in both], False
    if sureness(others) > sureness(ones) + _LEAD:
        return others, True
    return ones, False


Choice = Callable[[list[Row], list[Row]], tuple[list[Row], bool]]
"""Of the two readings' words of one knot, those to take, and whether they are the second's."""


def combined(first: Sequence[Row], second: Sequence[Row], choice: Choice) -> list[Row]:
    """For each knot of the two readings what ``choice`` takes, with the first reading's lines where it has them."""
    found = knots(first, second)
    lines = _Lines(first)
    rows: list[Row] = []
    for ones, others in found:
        taken, seconds = choice(ones, others)
        rows += [_moved(row, lines.home(row, ones)) for row in taken] if seconds else taken
    return rows


def merged(first: Sequence[Row], second: Sequence[Row]) -> list[Row]:
    """The words of both readings, each print once: the surer ones, and what only one saw if it is sure."""
    known: defaultdict[str, list[Box]] = defaultdict(list)
    for row in first:
        known[row.text].append(row.box)

    def choice(ones: list[Row], others: list[Row]) -> tuple[list[Row], bool]:
        if not ones:
            new = [row for row in others if not any(_echoes(row.box, box) for box in known[row.text])]
            return [row for row in new if row.confidence >= _ALONE], True
        return _surer(ones, others)

    return combined(first, second, choice)


def _echoes(box: Box, other: Box) -> bool:
    """True when two boxes lie side by side, so that one word in both is one print with its box drawn elsewhere."""
    apart = max(box[0], other[0]) - min(box[0] + box[2], other[0] + other[2])
    level = min(box[1] + box[3], other[1] + other[3]) - max(box[1], other[1])
    return apart <= _ECHO * max(box[3], other[3]) and level > 0
