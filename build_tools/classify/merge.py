"""A curator's word and a machine's suggestion: for each axis one of the two, never a mixture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Axis, Clipping, Label, Record

AXES: tuple[Axis, ...] = ("themes", "occupations", "regions", "date", "newspaper")


def labels_for(record: Record, machine: Iterable[Label]) -> tuple[Label, ...]:
    """The labels of ``record``.

    Where the record gives a field, the curator's values are the labels of that axis; an empty list is a word
    too and means none.  Only where the field is left out do the machine's labels stand in.  A newspaper is only a
    clipping's, and a day without its year (axis ``day``) stands last, where neither of the two knows the date.
    """
    suggested = tuple(machine)
    given = tuple(label for axis in AXES for label in _axis(record, axis, suggested))
    dated = any(label.axis == "date" for label in given)
    return given if dated else (*given, *(label for label in suggested if label.axis == "day"))


def _axis(record: Record, axis: Axis, machine: tuple[Label, ...]) -> Iterator[Label]:
    if axis == "newspaper" and not isinstance(record, Clipping):
        return
    given = getattr(record, axis)
    if given is None:
        yield from (label for label in machine if label.axis == axis)
        return
    values = (given,) if isinstance(given, str) else given
    yield from (Label(axis, value) for value in dict.fromkeys(values))
