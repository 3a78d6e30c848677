"""Codes are read back by a reader that is written from the description, not from the writer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.search import bits


def reader(code: str) -> Callable[[int], int]:
    stream = iter("".join(f"{bits.ALPHABET.index(letter):06b}" for letter in code))
    return lambda count: int("0" + "".join(next(stream) for _ in range(count)), 2)


def ascending(read: Callable[[int], int], count: int, universe: int) -> list[int]:
    found = [0] * count
    queue = [(0, count - 1, 0, universe - 1)]
    while queue:
        left, right, low, high = queue.pop(0)
        if left > right:
            continue
        middle = (left + right) // 2
        low_here, high_here = low + middle - left, high - (right - middle)
        size = high_here - low_here + 1
        width = (size - 1).bit_length()
        value = 0
        if width:
            value = read(width - 1)
            if value >= (1 << width) - size:
                value = value * 2 + read(1) - (1 << width) + size
        found[middle] = low_here + value
        queue += [(left, middle - 1, low, found[middle] - 1), (middle + 1, right, found[middle] + 1, high)]
    return found


LISTS = st.lists(st.sets(st.integers(0, 999), max_size=60).map(sorted), min_size=1, max_size=8)


def coded(lists: list[list[int]], universe: int) -> list[str]:
    starts = np.cumsum([0, *map(len, lists)]).astype(np.int64)
    values = np.array([v for numbers in lists for v in numbers], dtype=np.int64)
    return bits.written(bits.interpolative(values, starts, universe), len(lists))


@given(LISTS)
def test_ascending_lists_come_back(lists: list[list[int]]) -> None:
    for numbers, code in zip(lists, coded(lists, 1000), strict=True):
        assert ascending(reader(code), len(numbers), 1000) == numbers


def test_a_list_of_everything_takes_no_room() -> None:
    assert coded([list(range(50))], 50) == [""]


def test_numbers_in_a_row_take_less_than_scattered_ones() -> None:
    near, far = coded([list(range(400, 500)), list(range(0, 1000, 10))], 1000)
    assert len(near) < len(far) / 2


@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_unary_codes_come_back(values: list[int]) -> None:
    array = np.array(values, dtype=np.int64)
    owner = np.zeros(len(values), dtype=np.int64)
    codes = bits.Codes(owner, np.arange(len(values)), *bits.ones(array))
    read = reader(bits.written(codes, 1)[0])
    found = []
    for _ in values:
        count = 0
        while read(1):
            count += 1
        found.append(count)
    assert found == values


@pytest.mark.parametrize("lists", [0, 3])
def test_nothing_is_written_for_nothing(lists: int) -> None:
    assert bits.written(bits.joined([]), lists) == [""] * lists
