"""How well a text was read: words found, words right, and letters wrong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"[\w\u0900-\u097f]+")
_DIVIDED = re.compile(r"(?<=[a-z])[-\u00ac\u00ad\u2010]\n+(?=[a-z])")


def words(text: str) -> Counter[str]:
    """The words of ``text``, each as often as it stands there, without capitals and punctuation."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def joined(text: str) -> str:
    """``text`` with words that line ends divide made whole, so that no engine is blamed for not doing so."""
    return _DIVIDED.sub("", text)


def distance(one: str, other: str) -> int:
    """Least number of letters to add, drop or change (Levenshtein).

    Method: bit-parallel, all of a column at once; G. Myers, JACM 46(3), 1999, in H. Hyyrö's form of 2001.
    """
    if not one:
        return len(other)
    full = (1 << len(one)) - 1
    places: dict[str, int] = {}
    for number, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << number
    plus, minus, score, last = full, 0, len(one), 1 << (len(one) - 1)
    for letter in other:
        match = places.get(letter, 0)
        diagonal = (((match & plus) + plus) ^ plus) | match | minus
        up, down = minus | (full & ~(diagonal | plus)), plus & diagonal
        score += 1 if up & last else -1 if down & last else 0
        up, down = (up << 1 | 1) & full, down << 1 & full
        plus, minus = down | (full & ~(diagonal | up)), up & diagonal
    return score


@dataclass(frozen=True)
class Score:
    """Sums over clippings: words printed, read, and read right; letters printed and wrong; processor seconds."""

    wanted: int = 0
    given: int = 0
    right: int = 0
    letters: int = 0
    wrong: int = 0
    seconds: float = 0.0
    pages: int = 0

    def __add__(self, other: Score) -> Score:
        mine, theirs = vars(self), vars(other)
        return Score(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.given, 1)

    @property
    def character_errors(self) -> float:
        return self.wrong / max(self.letters, 1)

    @property
    def seconds_each(self) -> float:
        return self.seconds / max(self.pages, 1)


def score(truth: str, read: str, seconds: float) -> Score:
    """How well ``read`` says what ``truth`` says; the order of words counts for letters only."""
    wanted, given = words(truth), words(joined(read))
    one, other = " ".join(truth.split()), " ".join(joined(read).split())
    return Score(wanted.total(), given.total(), (wanted & given).total(), len(one), distance(one, other), seconds, 1)
