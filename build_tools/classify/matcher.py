"""Finding many phrases in a text at once: a tree of words, so that a word which begins no phrase costs one lookup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from build_tools.classify.words import Token

Payload = TypeVar("Payload")
Spellings = Callable[[str], Iterable[str]]
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

    def add(self, words: Sequence[tuple[str, Iterable[str]]], payload: Payload) -> None:
        """``words``: each word of the phrase with a name for it and the forms in which a text may have it."""
        node = self._tree
        for name, spellings in words:
            for spelling in spellings:
                names = self._written.setdefault(spelling, [])
                if name not in names:
                    names.append(name)
            node = node.setdefault(name, {})
        if words:
            node.setdefault(_END, []).append(payload)

    def find(self, tokens: Sequence[Token]) -> list[Match[Payload]]:
        """All phrases in ``tokens``, in the order of their first words; they may overlap."""
        key, written = self._key, self._written
        names = [written.get(key(token.norm) if key else token.norm) for token in tokens]
        found: list[Match[Payload]] = []
        for first, starts in enumerate(names):
            if starts is not None:
                self._from(first, tokens, names, found)
        return found

    def _from(
        self, first: int, tokens: Sequence[Token], names: Sequence[list[str] | None], found: list[Match[Payload]]
    ) -> None:
        nodes = [self._tree]
        for last in range(first, len(tokens)):
            here = names[last]
            if here is None or (last > first and not tokens[last].joined):
                return
            nodes = [node[name] for node in nodes for name in here if name in node]
            if not nodes:
                return
            for node in nodes:
                found.extend(Match(first, last, payload) for payload in node.get(_END, ()))
