"""The lists by which names are told from other words.

They are data (``data/``), so that a librarian can add to them.  Words of the bank itself, such as places and
organisations, come as :class:`Known`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from build_tools.identity.normal import fold

_DATA = files(__package__) / "data"
_LETTERS = re.compile(r"[^\W\d_]+(?:[\u093c-\u094d\u0900-\u0903]+[^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Known:
    """Words of the bank that are no person's, plain: of its places, organisations, newspapers and labels."""

    words: frozenset[str] = frozenset()


NOTHING_KNOWN = Known()


def plain(word: str) -> str:
    """A word as it is compared: small letters, without the dot below and with one sign for nasal vowels."""
    return fold(word).lower().replace("\u093c", "").replace("\u0901", "\u0902")


def known(texts: Iterable[str]) -> Known:
    """The words of ``texts`` as known ones, except those that are common as names."""
    found = {plain(word) for text in texts for word in _LETTERS.findall(fold(text))}
    return Known(frozenset(found - given()))


@cache
def _lines(name: str) -> frozenset[str]:
    rows = (_DATA / name).read_text("utf-8").splitlines()
    return frozenset(plain(word) for row in rows if not row.startswith("#") for word in row.split())


@cache
def common() -> frozenset[str]:
    """Words that are no names, English and Hindi."""
    return _lines("common-en.txt") | _lines("common-hi.txt")


@cache
def given() -> frozenset[str]:
    """Words that are common as names of persons, in Latin letters and Devanagari."""
    return _lines("given-names-en.txt") | _lines("given-names-hi.txt")


@cache
def cues() -> Mapping[str, frozenset[str]]:
    """The lists of ``cues.yml``; those of both languages together."""
    lists = yaml.safe_load((_DATA / "cues.yml").read_text("utf-8"))
    return {name: frozenset(plain(w) for text in both.values() for w in text.split()) for name, both in lists.items()}
