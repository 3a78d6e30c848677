"""Finding many phrases in a text at once: a tree of words, so that a word which begins no phrase costs one lookup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar

from build_tools.classify.words import Token

Payload = TypeVar("Payload")
# What Match(...) does, without the call that names its fields: a text has thousands.
_match = tuple.__new__
_END = -1


class Match(NamedTuple, Generic[Payload]):
    """A phrase found: the first and the last of its tokens, and what it was added with."""

    first: int
    last: int
    payload: Payload


class Matcher(Generic[Payload]):
    """Phrases, each with a payload.  ``key`` turns a token's normal form into what the phrases were added as."""

    def __init__(self, key: Callable[[str], str] | None = None) -> None:
        self._key = key
        self._written: dict[str, list[str]] = {}
        self._tree: dict[Any, Any] = {}
        self._pairs: set[tuple[str, str]] = set()

    @property
    def spellings(self) -> Iterable[str]:
        """Every form of every word."""
        return self._written

    @property
    def pairs(self) -> Iterable[tuple[str, str]]:
        """Neighbours in phrases: the left one as it was written, the right one in each of its forms."""
        return self._pairs

    def add(self, words: Sequence[tuple[str, Iterable[str]]], payload: Payload) -> None:
        """``words``: each word of the phrase with a name for it and the forms in which a text may have it."""
        node = self._tree
        for name, spellings in words:
            for spelling in spellings:
                names = self._written.setdefault(spelling, [])
                if name not in names:
                    names.append(name)
            node = node.setdefault(name, {})
        for (left, _), (_, spellings) in pairwise(words):
            self._pairs.update((left, spelling) for spelling in spellings)
        if words:
            node.setdefault(_END, []).append(payload)

    def find(self, tokens: Sequence[Token]) -> list[Match[Payload]]:
        """All phrases in ``tokens``, in the order of their first words; they may overlap."""
        key, written = self._key, self._written
        names = [written.get(key(token.norm) if key else token.norm) for token in tokens]
        found: list[Match[Payload]] = []
        for first, starts in enumerate(names):
            if starts is not None:
                nodes = [self._tree[name] for name in starts if name in self._tree]
                if nodes:
                    self._follow(first, nodes, tokens, names, found)
        return found

    def _follow(
        self,
        first: int,
        nodes: list[Any],
        tokens: Sequence[Token],
        names: Sequence[list[str] | None],
        found: list[Match[Payload]],
    ) -> None:
        """All phrases that begin at ``first``; ``nodes`` are where its word leads in the tree."""
        last = first
        while nodes:
            for node in nodes:
                if _END in node:
                    found += [_match(Match, (first, last, payload)) for payload in node[_END]]
            last += 1
            here = names[last] if last < len(tokens) and tokens[last].joined else None
            nodes = [node[name] for node in nodes for name in here if name in node] if here else []
