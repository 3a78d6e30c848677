"""Numbers that lead to a person: of cards, and Aadhaar and mobile numbers, which are runs of digits.

An Aadhaar number has twelve digits, the first 2 to 9, the last by Verhoeff (UIDAI).  It may be split in any way, and
look-alike letters may stand for some of its digits.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from build_tools.identity import digits, verhoeff
from build_tools.identity.cards import cards
from build_tools.identity.digits import Window
from build_tools.identity.telephones import SAID, mobiles
from build_tools.identity.values import NOTHING_PUBLIC, Finding, Kind, Public

_NEAR = 40
"""Characters before a number in which a word can say what it is."""

_AADHAAR_WORD = re.compile(r"a+dh+a+r|\buid(?:ai)?\b|आधार", re.I)
_WORK_WORD = re.compile(r"\b(?:isbn|issn|oclc|doi|lccn|pmid|sn +-)", re.I)
_MONEY = re.compile(r"(?:₹|\brs\.?|\binr|\$|€|£|रु\.?|रुपये)\s*$", re.I)
_SUM = re.compile(r"\s*(?:%|per cent|lakh|crore|million|billion|लाख|करोड़)", re.I)


def numbers(text: str, public: Public = NOTHING_PUBLIC) -> Iterator[Finding]:
    """Every number of a person in ``text``, which is normalised."""
    plain = digits.without_addresses(text)
    yield from cards(plain)
    read = digits.as_digits(plain)
    for run in digits.runs(read):
        if sum(end - start for start, end in run.groups) >= 10 and not _is_a_works(read, run):
            yield from (_found(w, Kind.AADHAAR) for w in digits.windows(read, run, 12) if _is_aadhaar(read, w))
            yield from (
                _found(w, Kind.MOBILE)
                for w in mobiles(read, run)
                if w.digits[-10:] not in public.phones and _clear(read, w)
            )


def _found(window: Window, kind: Kind) -> Finding:
    return Finding(window.start, window.end, kind)


def _before(text: str, start: int, reach: int = _NEAR) -> str:
    return text[max(0, start - reach) : start]


def _is_a_works(text: str, run: digits.Run) -> bool:
    """Whether the run is the number of a book or article: it says so, or has the check digit of an ISBN."""
    start, end = run.groups[0][0], run.groups[-1][1]
    number = "".join(c for c in text[start:end] if c.isdigit())
    weighed = sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(number))
    isbn = len(number) == 13 and number.startswith(("978", "979")) and weighed % 10 == 0
    return isbn or bool(_WORK_WORD.search(_before(text, start, 16)))


def _clear(text: str, window: Window) -> bool:
    """Whether the number stands for itself: no letter touches it, and it is neither money nor a share."""
    before = text[window.start - 1] if window.start else " "
    after = text[window.end] if window.end < len(text) else " "
    if (after.isascii() and after.isalnum()) or after == "_":
        return False
    if before.isascii() and (before.isalnum() or before == "_") and not SAID.search(_before(text, window.start, 8)):
        return False
    single = len(window.sizes) == 1
    return not (single and (_MONEY.search(_before(text, window.start, 8)) or _SUM.match(text, window.end)))


# --- Aadhaar ---------------------------------------------------------------------------------------------


def _is_aadhaar(text: str, window: Window) -> bool:
    if window.digits[0] in "01" or not _clear(text, window):
        return False
    if _AADHAAR_WORD.search(_before(text, window.start)):
        return True  # also one that was misread or mistyped
    years = sum(len(group) == 4 and group[:2] in ("19", "20") for group in window.groups)
    allowed = 1 if window.sizes == (4, 4, 4) else 0
    return verhoeff.is_valid(window.digits) and window.even and years <= allowed and (window.whole or _usual(window))


def _usual(window: Window) -> bool:
    return window.sizes in ((12,), (4, 4, 4))


# --- Misread ---------------------------------------------------------------------------------------------

_DOLLAR = re.compile(r"(?<![\w$])\$\d{7}(?![\w.,]*\d)")  # a scan's reader sees a dollar in S


def misread(text: str) -> Iterator[Finding]:
    """What may be a number of a person in ``text``, which a machine read from a scan and which is normalised.

    That is twelve digits in the groups of an Aadhaar number whose check digit is wrong, and eight digits that stand
    alone, as of a passport whose letter was taken for a digit.  Days, sums of money and telephones are none.
    """
    plain = digits.without_addresses(text)
    yield from (Finding(*match.span(), Kind.MISREAD) for match in _DOLLAR.finditer(plain))
    for run in digits.runs(plain):
        whole = [w for count in (8, 12) for w in digits.windows(plain, run, count) if w.whole and w.even]
        yield from (
            _found(w, Kind.MISREAD)
            for w in whole
            if (_usual(w) or w.sizes in ((8,), (6, 6))) and _clear(plain, w) and not _is_said(plain, w)
        )


def _is_said(text: str, window: Window) -> bool:
    """Whether it is said what the number is, or it is a day."""
    said = _WORK_WORD.search(_before(text, window.start, 16)) or SAID.search(_before(text, window.start, 16))
    return bool(said) or any(_is_day(window.digits, form) for form in ("%d%m%Y", "%Y%m%d"))


def _is_day(number: str, form: str) -> bool:
    try:
        return 1800 <= dt.datetime.strptime(number, form).year < 2100
    except ValueError:
        return False
