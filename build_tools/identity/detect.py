"""All detectors over one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.identity.english import english
from build_tools.identity.hindi import hindi
from build_tools.identity.mail import emails
from build_tools.identity.normal import Normal, normalise
from build_tools.identity.numbers import misread, numbers
from build_tools.identity.reports import reports
from build_tools.identity.values import NOTHING_PUBLIC, Finding, Public
from build_tools.identity.words import NOTHING_KNOWN, Known

# A line that goes on with the one before: no empty line, list, heading, table or field of YAML begins with it.
_GOES_ON = re.compile(r"\n(?=[ \t]*(?![-*#|>]|\d+[.)]\s|[\w-]+:)[^\s])")


def find(
    text: str,
    public: Public = NOTHING_PUBLIC,
    known: Known = NOTHING_KNOWN,
    *,
    markup: bool = False,
    scanned: bool = False,
) -> list[Finding]:
    """What of a person stands in ``text``, in order; places count characters of ``text`` as it is given.

    ``markup``: it is Markdown, HTML or BibTeX.  ``scanned``: a machine read it, so that a character may be wrong.
    """
    normal = normalise(text, markup=markup)
    found = [*_blocks(normal.text, public), *_reviews(normal.text, known)]
    return _given(normal, [*found, *misread(normal.text)] if scanned else found)


def blocks(text: str, public: Public = NOTHING_PUBLIC, *, markup: bool = False) -> list[Finding]:
    """Only what is never published: numbers and addresses."""
    normal = normalise(text, markup=markup)
    return _given(normal, _blocks(normal.text, public))


def reviews(text: str, known: Known = NOTHING_KNOWN, *, markup: bool = False) -> list[Finding]:
    """Only what two people must look at: names beside an age, a parent, a school or village; police reports."""
    normal = normalise(text, markup=markup)
    return _given(normal, _reviews(normal.text, known))


def _blocks(text: str, public: Public) -> Iterator[Finding]:
    yield from numbers(text, public)
    yield from emails(text, public)


def _reviews(text: str, known: Known) -> Iterator[Finding]:
    flowing = _GOES_ON.sub(" ", text)
    yield from english(flowing, known)
    yield from hindi(flowing, known)
    yield from reports(flowing)


def _given(normal: Normal, found: Iterable[Finding]) -> list[Finding]:
    return sorted({Finding(*normal.span(f.start, f.end), f.kind) for f in found})
