"""Runs of digits in a text, however they are split, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

# What a scan's reader takes for a digit.  Used only within a word of which most are digits.
_CONFUSED = str.maketrans("OoQDIlZzSsBGbgqT॰", "00001122558669970")
_NUMBER_LIKE = re.compile(r"(?<!\w)[\dOoQDIlZzSsBGbgqT॰]*\d[\dOoQDIlZzSsBGbgqT॰]*(?!\w)")
_GROUP = re.compile(r"\d+")
_GAP = re.compile(r"[ \t]{0,2}[-.]?[ \t]{0,2}|\)[ -]?|-?\n[ \t]{0,4}")
# Addresses and identifiers of works, whose digits mean nothing; not those that dial a number.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)(?!wa\.me|api\.whatsapp|[^\s<>\"]*phone=)[^\s<>\"]+"
    r"|\b10\.\d{4,9}/[^\s<>\"]+|(?:articleshow|cms)/\d+|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b",
    re.I,
)


_MAY_BE_ADDRESS = re.compile(r"[/-]|www\.")


@dataclass(frozen=True, slots=True)
class Run:
    """Groups of digits that follow one another: each with its place, and the ``gaps`` between them."""

    groups: tuple[tuple[int, int], ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring groups of a run: ``first`` to ``last``, not included."""

    run: Run
    first: int
    last: int
    digits: str

    @property
    def start(self) -> int:
        return self.run.groups[self.first][0]

    @property
    def end(self) -> int:
        return self.run.groups[self.last - 1][1]

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(end - start for start, end in self.run.groups[self.first : self.last])

    @property
    def groups(self) -> list[str]:
        ends = list(accumulate(self.sizes))
        return [self.digits[end - size : end] for end, size in zip(ends, self.sizes, strict=True)]

    @property
    def gaps(self) -> tuple[str, ...]:
        return self.run.gaps[self.first : self.last - 1]

    @property
    def even(self) -> bool:
        """All gaps are of one kind, as a person writes a number; at most one is the end of a line."""
        kinds = [gap.replace("\n", " ").strip() or " " for gap in self.gaps]
        return len(set(kinds)) <= 1 and sum("\n" in gap for gap in self.gaps) <= 1

    @property
    def whole(self) -> bool:
        """Nothing else of the run stands before or after it."""
        return self.first == 0 and self.last == len(self.run.groups)


def without_addresses(text: str) -> str:
    """``text``, as long as it was, with blanks for addresses on the web and identifiers of works."""
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text) if _MAY_BE_ADDRESS.search(text) else text


def as_digits(text: str) -> str:
    """``text``, as long as it was, with letters in numbers read as the digits that they look like."""
    return _NUMBER_LIKE.sub(_corrected, text)


def _corrected(match: re.Match[str]) -> str:
    token = match[0]
    return token.translate(_CONFUSED) if sum(c.isdigit() for c in token) * 2 >= len(token) > 1 else token


def runs(text: str) -> Iterator[Run]:
    """All runs of digits of ``text``, in order."""
    groups: list[tuple[int, int]] = []
    gaps: list[str] = []
    for match in _GROUP.finditer(text):
        gap = text[groups[-1][1] : match.start()] if groups else ""
        if groups and len(gap) < 6 and _GAP.fullmatch(gap):
            gaps.append(gap)
        elif groups:
            yield Run(tuple(groups), tuple(gaps))
            groups, gaps = [], []
        groups.append(match.span())
    if groups:
        yield Run(tuple(groups), tuple(gaps))


def windows(text: str, run: Run, count: int) -> Iterator[Window]:
    """The neighbouring groups of ``run`` that have ``count`` digits together."""
    for first in range(len(run.groups)):
        digits = ""
        for last, (begin, end) in enumerate(run.groups[first : first + count], first + 1):
            digits += text[begin:end]
            if len(digits) == count:
                yield Window(run, first, last, digits)
            if len(digits) >= count:
                break
