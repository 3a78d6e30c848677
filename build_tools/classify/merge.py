"""A curator's word and a machine's suggestion: for each axis one of the two, never a mixture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Axis, Label, Record

AXES: tuple[Axis, ...] = ("themes", "occupations", "regions", "date")


def labels_for(record: Record, machine: Iterable[Label]) -> tuple[Label, ...]:
    """The labels of ``record``.

    Where the record gives a field, the curator's values are the labels of that axis; an empty list is a word
    too and means none.  Only where the field is left out do the machine's labels stand in.
    """
    suggested = tuple(machine)
    return tuple(label for axis in AXES for label in _axis(record, axis, suggested))


def _axis(record: Record, axis: Axis, machine: tuple[Label, ...]) -> Iterator[Label]:
    given = record.date if axis == "date" else getattr(record, axis)
    if given is None:
        yield from (label for label in machine if label.axis == axis)
        return
    values = (given,) if isinstance(given, str) else given
    yield from (Label(axis, value) for value in dict.fromkeys(values))
