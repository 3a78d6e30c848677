"""What somebody may have meant: the known word nearest to a mistyped one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

WINDOW = 12


class Nearest:
    """Finds near words among many without comparing with all of them.

    A mistyped word mostly keeps its beginning or its end, so only its neighbours in the sorted list, and in the list
    sorted by word ends, are compared.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self.mirrored = sorted(word[::-1] for word in self.words)
        self.to = lru_cache(maxsize=10_000)(self._to)

    def _to(self, word: str) -> str:
        """The nearest known word, or an empty text."""
        candidates = [*_around(self.words, word), *(w[::-1] for w in _around(self.mirrored, word[::-1]))]
        return next(iter(get_close_matches(word[:100], sorted(set(candidates)), n=1, cutoff=0.7)), "")

    def hint(self, word: str, otherwise: str) -> str:
        """A question that names the nearest word; ``otherwise`` when there is none."""
        near = self.to(word)
        return f'Did you mean "{near}"? {otherwise}' if near else otherwise


def _around(words: Sequence[str], word: str) -> Sequence[str]:
    at = bisect_left(words, word)
    return words[max(0, at - WINDOW) : at + WINDOW]
