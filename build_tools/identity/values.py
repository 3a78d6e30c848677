"""What a detector finds, and what the directory has made public."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from build_tools.identity.normal import fold


class Level(StrEnum):
    """``block``: is not published.  ``review``: is published when two people have looked at it."""

    BLOCK = "block"
    REVIEW = "review"


class Kind(StrEnum):
    """What was found.  Never the thing itself: messages and logs say the kind and the place only."""

    AADHAAR = "aadhaar"
    PAN = "pan"
    VOTER = "voter"
    PASSPORT = "passport"
    MOBILE = "mobile"
    EMAIL = "email"
    METADATA = "metadata"
    NAME_AGE = "name-age"
    NAME_PARENT = "name-parent"
    NAME_PLACE = "name-place"
    FIR = "fir"
    MISREAD = "misread-number"
    PERSON = "person"


IN_WORDS = {
    Kind.AADHAAR: "an Aadhaar number",
    Kind.PAN: "a PAN",
    Kind.VOTER: "the number of a voter card",
    Kind.PASSPORT: "a passport number",
    Kind.MOBILE: "a mobile number that the directory does not list",
    Kind.EMAIL: "an e-mail address that the directory does not list",
    Kind.METADATA: "data beside its pixels",
    Kind.NAME_AGE: "a name beside an age under 18",
    Kind.NAME_PARENT: "a name beside that of a parent",
    Kind.NAME_PLACE: "a name beside a school or village",
    Kind.FIR: "the number of a police report",
    Kind.MISREAD: "a number that may be that of a card or passport, misread",
    Kind.PERSON: "what may be a person",
}
"""Each kind in words that fit after "holds" and give nothing away."""

REVIEWED = frozenset({Kind.NAME_AGE, Kind.NAME_PARENT, Kind.NAME_PLACE, Kind.FIR, Kind.MISREAD, Kind.PERSON})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Where something stands: ``start`` and ``end`` count characters of the text as it was given."""

    start: int
    end: int
    kind: Kind

    @property
    def level(self) -> Level:
        return Level.REVIEW if self.kind in REVIEWED else Level.BLOCK

    def line(self, text: str, first: int = 1) -> int:
        """The line of ``text`` on which it begins, when the text begins on line ``first``."""
        return first + text.count("\n", 0, self.start)


@dataclass(frozen=True, slots=True)
class Public:
    """Numbers and addresses that the directory lists: the last ten digits of each, and addresses in small letters."""

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()


NOTHING_PUBLIC = Public()


def public(phones: Iterable[str], emails: Iterable[str], works: Iterable[str] = ()) -> Public:
    """What fields of the directory list; a field may hold several, parted by anything but blanks and hyphens.

    ``works``: ISBNs of the bibliography, of which the older ones look like telephone numbers.
    """
    numbers = (re.sub(r"[^\d/,;|]", "", fold(field)) for field in (*phones, *works))
    tens = (number[-10:] for field in numbers for number in re.split(r"[/,;|]", field) if len(number) >= 10)
    addresses = (word.strip(".").lower() for field in emails for word in re.split(r"[\s,;|<>]+", fold(field)))
    return Public(frozenset(tens), frozenset(address for address in addresses if "@" in address))


def in_words(kinds: Iterable[Kind]) -> str:
    """Several kinds as part of a sentence, in a fixed order."""
    return ", ".join(IN_WORDS[kind] for kind in sorted(set(kinds), key=list(Kind).index))
