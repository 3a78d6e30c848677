"""Where a person's text differs from what the machine read: the places, word by word, with a little around each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND, LONGEST = 3, 10  # words shown before and after a place; words of a place itself
COMPARED = 4_000  # words of each text up to which places are looked for: the time grows with their square


@dataclass(frozen=True, slots=True)
class Difference:
    """One place.  ``machine`` or ``person`` is empty where only the other has words."""

    before: str
    machine: str
    person: str
    after: str


def differences(machine: str, person: str) -> list[Difference] | None:
    """The places at which the two texts differ, in order; ``None`` when they are too long to be compared."""
    read, typed = machine.split(), person.split()
    if max(len(read), len(typed)) > COMPARED:
        return None
    return list(_places(read, typed))


def _places(read: Sequence[str], typed: Sequence[str]) -> Iterator[Difference]:
    for kind, a, b, c, d in SequenceMatcher(None, read, typed).get_opcodes():
        if kind != "equal":
            before, after = typed[max(0, c - AROUND) : c], typed[d : d + AROUND]
            yield Difference(" ".join(before), _short(read[a:b]), _short(typed[c:d]), " ".join(after))


def _short(words: Sequence[str]) -> str:
    return " ".join(words if len(words) <= LONGEST else (*words[:LONGEST], "…"))
