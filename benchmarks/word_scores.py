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


def misread(piece: str, text: str) -> int:
    """Least number of letters to add, drop or change (Levenshtein) to make ``piece`` of some stretch of ``text``.

    So a paragraph is judged wherever a reading has it; the order of a page's pieces has no say.
    Method: bit-parallel, all of a column at once; G. Myers, JACM 46(3), 1999, in H. Hyyrö's form of 2001.
    """
    if not piece:
        return 0
    full, last = (1 << len(piece)) - 1, 1 << (len(piece) - 1)
    places: dict[str, int] = {}
    for number, letter in enumerate(piece):
        places[letter] = places.get(letter, 0) | 1 << number
    plus, minus, score = full, 0, len(piece)
    least = score
    for letter in text:
        match = places.get(letter, 0)
        diagonal = (((match & plus) + plus) ^ plus) | match | minus
        up, down = minus | (full & ~(diagonal | plus)), plus & diagonal
        score += 1 if up & last else -1 if down & last else 0
        least = min(least, score)
        up, down = up << 1 & full, down << 1 & full
        plus, minus = down | (full & ~(diagonal | up)), up & diagonal
    return least


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
    """How well ``read`` says what ``truth`` says: each line of it is a piece of the page."""
    wanted, given = words(truth), words(joined(read))
    text = " ".join(joined(read).split())
    wrong = sum(misread(piece, text) for piece in truth.splitlines())
    letters = sum(map(len, truth.splitlines()))
    return Score(wanted.total(), given.total(), (wanted & given).total(), letters, wrong, seconds, 1)
