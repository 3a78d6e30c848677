"""Numbers of cards that begin with letters: PAN, voter card, passport.

A PAN is five letters, of which the fourth names the kind of holder, four digits and a letter (Income Tax Rules).  A
voter card (EPIC) has three letters and seven digits, earlier ``XX/00/000/000000``.  A passport has a letter and seven
digits.  A scan's reader takes some letters for digits and the other way round; two of them at most are put right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.identity.values import Finding, Kind

_REACH = 40
"""Characters before a number in which a word can say what it is."""

_TOKEN = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z|]{0,9}\d)[A-Za-z0-9|]{8,10}(?![A-Za-z0-9])")
_TO_LETTER = {"0": "O", "1": "I", "8": "B", "5": "S", "2": "Z", "6": "G", "|": "I"}
_TO_DIGIT = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "|": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
_HOLDER = set("ABCFGHJLPT")
_PAN_WORD = re.compile(r"\bpan\b|permanent account|पैन|पॅन", re.I)
_VOTER_WORD = re.compile(r"\bepic\b|voter|elector|मतदाता|वोटर", re.I)
_PASSPORT_WORD = re.compile(r"passport|पासपोर्ट", re.I)
_NOT_VOTERS = {"PMC", "DOI", "ISO", "REF", "FIR", "UID", "MHA", "GSR", "SRO", "ILO", "CRL", "WPC", "INR", "USD"}
_OLD_VOTER = re.compile(r"\b[A-Z]{2,3}/\d{2,3}/\d{3}/\d{6,7}\b")
_MACHINE_READABLE = re.compile(r"P<IND[A-Z<]{4,}")
_ALONE, _ENDS = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
_SPLIT_PAN = re.compile(rf"{_ALONE}([A-Z]{{5}})(?:[ -]{{1,2}}\d{{4}}[ -]{{0,2}}|\d{{4}}[ -])[A-Z]{_ENDS}")
_SPLIT_VOTER = re.compile(rf"{_ALONE}[A-Z]{{3}}[ -/]{{1,2}}\d{{7}}(?!\d)")
_MISREAD_PASSPORT = re.compile(r"(?<!\S)[\[\]][1-9]\d{6}(?![\d\]])")  # a scan's reader sees a bracket in J
_SPLIT_PASSPORT = re.compile(rf"{_ALONE}[A-PR-WYZ](?:[ -]\d{{7}}|[ -]?\d{{2}} ?\d{{5}})(?!\d)")


def _before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start]


def cards(text: str) -> Iterator[Finding]:
    """Every number of such a card in ``text``, which is normalised and holds no addresses of the web."""
    for match in _TOKEN.finditer(text):
        if kind := _card(match[0], _before(text, match.start())):
            yield Finding(match.start(), match.end(), kind)
    for match in _SPLIT_PAN.finditer(text):
        letters = match[1]
        if letters[3] in _HOLDER and (letters[3] == "P" or _PAN_WORD.search(_before(text, match.start()))):
            yield Finding(match.start(), match.end(), Kind.PAN)
    for pattern, word, kind in (
        (_SPLIT_VOTER, _VOTER_WORD, Kind.VOTER),
        (_SPLIT_PASSPORT, _PASSPORT_WORD, Kind.PASSPORT),
        (_OLD_VOTER, None, Kind.VOTER),
        (_MACHINE_READABLE, None, Kind.PASSPORT),
        (_MISREAD_PASSPORT, None, Kind.PASSPORT),
    ):
        for match in pattern.finditer(text):
            if word is None or word.search(_before(text, match.start())):
                yield Finding(match.start(), match.end(), kind)


def _card(token: str, before: str) -> Kind | None:
    """The card of which ``token`` is the number, when two characters at most were misread."""
    if sum(c.isdigit() for c in token) < 3 or sum(c.islower() for c in token) > 2:
        return None if not _PAN_WORD.search(before) else _as_pan(token.upper())
    word = token.upper()
    if len(word) == 10:
        return _as_pan(word) or _as_voter(word, before)
    if len(word) == 8 and (fit := _fitted(word, 1)) and fit[0] not in "QX":
        return Kind.PASSPORT if token[0].isupper() or _PASSPORT_WORD.search(before) else None
    return None


def _as_pan(word: str) -> Kind | None:
    if len(word) != 10:
        return None
    head, tail = _fitted(word[:9], 5, limit=2), _letters(word[9])
    changed = sum(a != b for a, b in zip(word, (head or "") + (tail or ""), strict=False))
    return Kind.PAN if head and tail and head[3] in _HOLDER and changed <= 2 else None


def _as_voter(word: str, before: str) -> Kind | None:
    fit = _fitted(word, 3)
    said = _VOTER_WORD.search(before)
    return Kind.VOTER if fit and (said or (word[:3].isalpha() and fit[:3] not in _NOT_VOTERS)) else None


def _fitted(word: str, letters: int, limit: int = 2) -> str | None:
    """``word`` as so many letters and then digits, look-alikes corrected; ``None`` when more than ``limit`` were."""
    head, tail = _letters(word[:letters]), _numerals(word[letters:])
    if head is None or tail is None:
        return None
    return head + tail if sum(a != b for a, b in zip(word, head + tail, strict=True)) <= limit else None


def _letters(part: str) -> str | None:
    read = "".join(_TO_LETTER.get(c, c) for c in part)
    return read if read.isalpha() and read.isascii() else None


def _numerals(part: str) -> str | None:
    read = "".join(_TO_DIGIT.get(c, c) for c in part)
    return read if read.isdecimal() else None
