"""Lists of numbers as text that is short and that ECMAScript 5 can read.

Ascending lists are written by binary interpolative coding (Moffat and Stuiver, Information Retrieval 3, 2000): the
middle number first, then both halves, level by level, each number in a minimal binary code for the range that its
neighbours leave.  Six bits make one letter of the URL-safe base64 alphabet (RFC 4648, section 5); gzip takes back what
the letters cost.  Many lists are coded at once, level by level, with numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True)
class Codes:
    """Binary codes, each with the list it belongs to and its place there; ``length`` in bits, at most 62."""

    owner: Ints
    rank: Ints
    value: Ints
    length: Ints


def interpolative(values: Ints, starts: Ints, universe: int) -> Codes:
    """Codes of ascending lists.  List ``i`` is ``values[starts[i]:starts[i + 1]]``, all numbers below ``universe``."""
    owner = np.arange(len(starts) - 1, dtype=np.int64)
    left, right = starts[:-1].copy(), starts[1:] - 1
    low, high = np.zeros_like(left), np.full_like(left, universe - 1)
    rank = np.zeros_like(left)
    parts: list[Codes] = []
    step = np.int64(0)
    alive = left <= right
    while alive.any():
        owner, left, right, low, high = (a[alive] for a in (owner, left, right, low, high))
        middle = (left + right) // 2
        least, most = low + (middle - left), high - (right - middle)
        rank = step + np.arange(len(middle), dtype=np.int64)
        step += len(middle)
        code, length = _minimal(values[middle] - least, most - least + 1)
        parts.append(Codes(owner, rank, code, length))
        found = values[middle]
        # Left half, then right half, of each segment: the order of a queue.
        owner = np.repeat(owner, 2)
        left, right = _woven(left, middle + 1), _woven(middle - 1, right)
        low, high = _woven(low, found + 1), _woven(found - 1, high)
        alive = left <= right
    return joined(parts)


def _woven(first: Ints, second: Ints) -> Ints:
    return np.stack((first, second), axis=1).reshape(-1)


def _minimal(value: Ints, size: Ints) -> tuple[Ints, Ints]:
    """Minimal binary code of ``value`` among ``size`` values: some of them need one bit less than the others."""
    bits = np.ceil(np.log2(np.maximum(size, 1))).astype(np.int64)
    short = (np.int64(1) << bits) - size  # so many values take one bit less
    is_short = (value < short) & (bits > 0)
    return np.where(is_short, value, value + short), bits - is_short


def ones(values: Ints) -> tuple[Ints, Ints]:
    """Values and lengths of unary codes: so many ones and a zero."""
    return (np.int64(1) << (values + 1)) - 2, values + 1


def joined(parts: Sequence[Codes]) -> Codes:
    if not parts:
        empty = np.zeros(0, dtype=np.int64)
        return Codes(empty, empty, empty, empty)
    return Codes(*(np.concatenate([getattr(p, n) for p in parts]) for n in ("owner", "rank", "value", "length")))


def written(codes: Codes, lists: int) -> list[str]:
    """The text of each of ``lists`` lists, its codes in order of rank."""
    order = np.lexsort((codes.rank, codes.owner))
    owner, value, length = codes.owner[order], codes.value[order], codes.length[order]
    total = np.bincount(owner, weights=length, minlength=lists).astype(np.int64)
    letters = -(-total // 6)
    ends = np.cumsum(letters)
    text = _letters(owner, value, length, (ends - letters) * 6, total, int(ends[-1]) if lists else 0)
    return [text[end - count : end] for end, count in zip(ends.tolist(), letters.tolist(), strict=True)]


def _letters(owner: Ints, value: Ints, length: Ints, start: Ints, total: Ints, letters: int) -> str:
    bits = np.zeros(letters * 6, dtype=np.uint8)
    before = np.cumsum(length) - length  # bits before each code in one long row
    base = np.cumsum(total) - total  # bits before each list in that row
    where = start[owner] + before - base[owner]
    for bit in range(int(length.max(initial=0))):
        has = length > bit
        bits[where[has] + length[has] - 1 - bit] = (value[has] >> bit) & 1
    sixes = bits.reshape(-1, 6) @ np.array([32, 16, 8, 4, 2, 1], dtype=np.uint8)
    table = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
    return table[sixes].tobytes().decode("ascii")
