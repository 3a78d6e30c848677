"""The date of a text: when it was printed, if it says so.

A date counts with its year only.  Read are: 27 July 2018, 27th July, 2018, July 27, 2018, 27/07/2018 (day first,
as in India), 27-7-2018, 27.07.2018, 2018-07-27, 27 जुलाई 2018, २७ जुलाई २०१८, जुलाई 27, 2018; with a weekday
before or after, which must be the right one.  A date strip or dateline in the first lines wins over dates in the
text below; dates that disagree give none.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from build_tools.classify.language import MONTHS, ORDINALS, WEEKDAYS
from build_tools.classify.scoring import Hit, evidence_of
from build_tools.classify.words import Token
from build_tools.model import Label

_FIRST_YEAR, _LAST_YEAR = 1800, 2099
# Inside a date there may be a few signs and the end of a line, but no blank line.
_GAP = re.compile(r"(?!.*\n\s*\n)[\s,.\-–/|'’()]{0,4}", re.DOTALL)
_DAY_GAP = re.compile(r"\s?[.\-–/’']?\s?")
_NUMERIC = re.compile(r"\s?([-/.])\s?")
_HEAD_LINES, _HEAD_CHARACTERS = 4, 400
_STRIP_WORDS, _DATELINE_WORDS = 10, 15
_SCORES = {"strip": 0.9, "dateline": 0.8, "text": 0.55}
_MONTH_ONLY = 0.6
_WEEKDAY_BONUS = 0.05


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the tokens it stands in."""

    value: str
    first: int
    last: int
    weekday: bool = False


def date_label(tokens: Sequence[Token], text: str, body: int) -> list[Label]:
    """At most one label.  ``body`` is where the text begins after the title and the blank line."""
    found = list(_full(tokens, text))
    head = _Head(tokens, text, body)
    for rank in ("strip", "dateline", "text"):
        here = [f for f in found if head.rank(f) == rank]
        if here:
            return _agreed(here, _SCORES[rank], tokens, text)
    months = [f for f in _month_only(tokens, text) if head.rank(f) == "strip"]
    return _agreed(months, _MONTH_ONLY, tokens, text) if months else []


def _agreed(found: Sequence[Found], score: float, tokens: Sequence[Token], text: str) -> list[Label]:
    values = {f.value for f in found}
    if len(values) > 1:
        return []
    score += _WEEKDAY_BONUS if any(f.weekday for f in found) else 0.0
    hits = [Hit(f.value, score, ((f.first, f.last),)) for f in found]
    label = Label("date", values.pop(), round(score, 3), evidence_of(hits, tokens, text), "machine")
    return [label]


# --- Reading dates ---------------------------------------------------------------------------------------


def _full(tokens: Sequence[Token], text: str) -> Iterator[Found]:
    """All possible dates of day, month and year; with a wrong weekday beside it a date is not believed."""
    for read in (_named(tokens, text), _numeric(tokens, text)):
        for year, month, day, *span in read:
            if not _possible(year, month, day):
                continue
            weekday, first, last = _weekday(tokens, text, *span)
            if weekday in (None, calendar.weekday(year, month, day) + 1):
                yield Found(f"{year:04d}-{month:02d}-{day:02d}", first, last, weekday is not None)


Read = tuple[int, int, int, int, int]


def _named(tokens: Sequence[Token], text: str) -> Iterator[Read]:
    for n, token in enumerate(tokens):
        month = MONTHS.get(token.norm)
        if month is None:
            continue
        for read in (_day_first(tokens, text, n), _month_first(tokens, text, n)):
            if read:
                day, year, first, last = read
                yield year, month, day, first, last
                break


def _day_first(tokens: Sequence[Token], text: str, n: int) -> tuple[int, int, int, int] | None:
    """27 July 2018, 27th July, 2018; ``n`` is the month's token."""
    at = n - 2 if n > 1 and tokens[n - 1].norm in ORDINALS else n - 1
    day, year = _number(tokens, at, 2), _number(tokens, n + 1, 4)
    if day is None or year is None or not _close(tokens, text, at, n + 1) or _is_range(tokens, text, at):
        return None
    # "Volume 3, June 2019" names no day.
    return (day, year, at, n + 1) if _DAY_GAP.fullmatch(text, tokens[n - 1].end, tokens[n].start) else None


def _month_first(tokens: Sequence[Token], text: str, n: int) -> tuple[int, int, int, int] | None:
    """July 27, 2018; July 27th, 2018."""
    at = n + 3 if n + 2 < len(tokens) and tokens[n + 2].norm in ORDINALS else n + 2
    day, year = _number(tokens, n + 1, 2), _number(tokens, at, 4)
    return (day, year, n, at) if day is not None and year is not None and _close(tokens, text, n, at) else None


def _numeric(tokens: Sequence[Token], text: str) -> Iterator[Read]:
    for n in range(len(tokens) - 2):
        if not tokens[n].norm.isdecimal() or not _one_separator(tokens, text, n):
            continue
        day, month, year = _number(tokens, n, 2), _number(tokens, n + 1, 2), _number(tokens, n + 2, 4)
        if day and month and year:
            yield year, month, day, n, n + 2
        year, day = _number(tokens, n, 4), _number(tokens, n + 2, 2)
        if day and month and year:
            yield year, month, day, n, n + 2


def _month_only(tokens: Sequence[Token], text: str) -> Iterator[Found]:
    """July 2018, without a day before it, and not the English verb "may"."""
    for n, token in enumerate(tokens):
        month, year = MONTHS.get(token.norm), _number(tokens, n + 1, 4)
        if not (month and year and _possible(year, month, 1) and _close(tokens, text, n, n + 1)):
            continue
        before = tokens[n - 1].norm if n and _DAY_GAP.fullmatch(text, tokens[n - 1].end, token.start) else ""
        day = before.isdecimal() or before in ORDINALS
        if not day and not text[token.start].islower():
            yield Found(f"{year:04d}-{month:02d}", n, n + 1)


def _number(tokens: Sequence[Token], at: int, digits: int) -> int | None:
    """The number at ``at``: of exactly four digits, or of at most two."""
    if not 0 <= at < len(tokens):
        return None
    norm = tokens[at].norm
    fits = len(norm) == digits if digits > 2 else len(norm) <= digits
    return int(norm) if norm.isdecimal() and norm.isascii() and fits else None


def _possible(year: int, month: int, day: int) -> bool:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _close(tokens: Sequence[Token], text: str, first: int, last: int) -> bool:
    return all(_GAP.fullmatch(text, tokens[n].end, tokens[n + 1].start) for n in range(first, last))


def _one_separator(tokens: Sequence[Token], text: str, n: int) -> bool:
    """The same sign twice between three numbers, and no fourth number behind it."""
    gaps = [_NUMERIC.fullmatch(text, tokens[k].end, tokens[k + 1].start) for k in (n, n + 1)]
    if not (gaps[0] and gaps[1] and gaps[0][1] == gaps[1][1]):
        return False
    before = text[max(0, tokens[n].start - 1) : tokens[n].start]
    after = text[tokens[n + 2].end : tokens[n + 2].end + 2]
    return before not in ("-", "/", ".") and not re.match(r"[-/.]\d|\d", after)


def _is_range(tokens: Sequence[Token], text: str, at: int) -> bool:
    """27-28 July 2018: an event, no date of print."""
    before = tokens[at - 1] if at else None
    return bool(before and before.norm.isdecimal() and text[before.end : tokens[at].start].strip() in ("-", "–"))


def _weekday(tokens: Sequence[Token], text: str, first: int, last: int) -> tuple[int | None, int, int]:
    """The weekday (Monday is 1) named beside a date, and the date widened to hold it."""
    if first and _GAP.fullmatch(text, tokens[first - 1].end, tokens[first].start):
        day = WEEKDAYS.get(tokens[first - 1].norm)
        if day:
            return day, first - 1, last
    if last + 1 < len(tokens) and _GAP.fullmatch(text, tokens[last].end, tokens[last + 1].start):
        day = WEEKDAYS.get(tokens[last + 1].norm)
        if day:
            return day, first, last + 1
    return None, first, last


# --- Where a date stands ---------------------------------------------------------------------------------


class _Head:
    """The first lines of a text, where a newspaper prints its date."""

    def __init__(self, tokens: Sequence[Token], text: str, body: int) -> None:
        self.tokens, self.text = tokens, text
        self.end = _head_end(text, body)
        line_end = text.find("\n", self.end)
        last = line_end if line_end >= 0 else len(text)
        self.first_words = list(takewhile(lambda token: token.start < last, tokens))

    def rank(self, found: Found) -> str:
        start, end = self.tokens[found.first].start, self.tokens[found.last].end
        if end > self.end:
            return "text"
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        words = [t for t in self.first_words if line_start <= t.start < (line_end if line_end >= 0 else len(self.text))]
        if len(words) <= _STRIP_WORDS:
            return "strip"
        before = sum(1 for t in words if t.start < start)
        return "dateline" if before <= _DATELINE_WORDS else "text"


def _head_end(text: str, body: int) -> int:
    """Where the first lines end: some lines that hold something, and not more than some characters."""
    end, lines = body, 0
    while lines < _HEAD_LINES and end < len(text) and end - body < _HEAD_CHARACTERS:
        cut = text.find("\n", end)
        cut = len(text) if cut < 0 else cut
        lines += bool(text[end:cut].strip())
        end = cut + 1
    return min(end, body + _HEAD_CHARACTERS)
