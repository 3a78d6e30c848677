"""What a reader may narrow a search by: the records of each type, theme, occupation, state, year and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from build_tools.search import bits
from build_tools.search.documents import AXES, Document

Name = Callable[[str, str, str], str]
"""``name(axis, value, language)`` is what readers call a value."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an axis: how many records have it, and their coded list."""

    value: str
    count: int
    code: str


def facets(documents: Sequence[Document], numbers: Sequence[int], universe: int) -> dict[str, list[Value]]:
    """The values of each axis that any record has."""
    holders: dict[tuple[str, str], list[int]] = {}
    for document, number in zip(documents, numbers, strict=True):
        for axis in AXES:
            for value in dict.fromkeys(document.facets.get(axis, ())):
                holders.setdefault((axis, value), []).append(number)
    keys = sorted(holders)
    codes = _coded([sorted(holders[key]) for key in keys], universe)
    found: dict[str, list[Value]] = {axis: [] for axis in AXES}
    for (axis, value), code in zip(keys, codes, strict=True):
        found[axis].append(Value(value, len(holders[axis, value]), code))
    return found


def _coded(lists: Sequence[Sequence[int]], universe: int) -> list[str]:
    if not lists:
        return []
    starts = np.cumsum([0, *map(len, lists)]).astype(np.int64)
    values = np.array([number for numbers in lists for number in numbers], dtype=np.int64)
    return bits.written(bits.interpolative(values, starts, universe), len(lists))


def listed(
    found: Mapping[str, Sequence[Value]], files: Mapping[tuple[str, str], str], name: Name, language: str
) -> dict[str, list[list[object]]]:
    """The choices as a reader in ``language`` sees them: value, name, count, file; years newest first."""
    choices: dict[str, list[list[object]]] = {}
    for axis, values in found.items():
        rows: list[list[object]] = [
            [v.value, name(axis, v.value, language), v.count, files[axis, v.value]] for v in values
        ]
        rows.sort(key=lambda row: str(row[1]).casefold(), reverse=axis == "year")
        if len(rows) > 1:
            choices[axis] = rows
    return choices
