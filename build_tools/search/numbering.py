"""Numbers for records, and which of them share a block of results.

Records are numbered in the order in which they came, so that a new one takes a new number and changes no other.  Each
kind of record fills blocks of its own, one after the other; what a reader looks for is then often in few blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.search.documents import Document

CAPACITY = 6  # records of a block


@dataclass(frozen=True)
class Numbering:
    """``numbers[i]`` is the number of document ``i``: its block times ``CAPACITY`` plus its place in the block."""

    numbers: tuple[int, ...]
    blocks: tuple[tuple[int, ...], ...]
    """The documents (indices) of each block in order."""

    @property
    def universe(self) -> int:
        """One more than the highest number that may occur."""
        return len(self.blocks) * CAPACITY


def numbered(documents: Sequence[Document]) -> Numbering:
    order = sorted(range(len(documents)), key=lambda i: (documents[i].added, documents[i].id))
    numbers = [0] * len(documents)
    blocks: list[list[int]] = []
    opened: dict[str, int] = {}
    for index in order:
        kind = _kind(documents[index])
        if kind not in opened or len(blocks[opened[kind]]) == CAPACITY:
            opened[kind] = len(blocks)
            blocks.append([])
        block = opened[kind]
        numbers[index] = block * CAPACITY + len(blocks[block])
        blocks[block].append(index)
    return Numbering(tuple(numbers), tuple(map(tuple, blocks)))


def _kind(document: Document) -> str:
    """What a record is about in one word: its first theme, or else its type."""
    return next(iter(document.facets.get("theme", ())), document.type)
