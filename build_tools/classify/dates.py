"""The date of a text: when it was printed, if it says so.

Read are: 27 July 2018, 27th of July, 2018, July 27, 2018, 27/07/2018 (day first, as in India), 27-7-2018,
27.07.2018, 2018-07-27, 27 जुलाई 2018, २७ जुलाई २०१८, जुलाई 27, 2018; with a weekday before or after, which must be
the right one.  A year of two digits is read where the weekday beside it fits one century only.  Only the first lines
count, a date strip before a dateline: a date in the story is when something happened.  Dates that disagree give none.

A day without its year ("Ludhiana, July 27") is no date: no year is guessed.  It becomes a label of the axis ``day``,
``XXXX-07-27`` as EDTF writes it, so that people see what is known.  Only a year that somebody vouches for completes
it: that of the folder in which the scan lies (``clippings/2018/``).  A date in the file's name counts where the text
has none, but not the names that cameras and messengers give, which say when the picture was made.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import PurePosixPath

from build_tools.classify.language import AFTER_DAYS, BEFORE_DAYS, MONTHS, ORDINALS, WEEKDAYS, YEAR_WORDS
from build_tools.classify.scoring import Hit, evidence_of
from build_tools.classify.words import Token
from build_tools.model import Axis, Evidence, Label

_FIRST_YEAR, _LAST_YEAR = 1800, 2099
# Inside a date there may be a few signs and the end of a line, but no blank line.
_GAP = re.compile(r"(?!.*\n\s*\n)[\s,.\-–/|'’()]{0,4}", re.DOTALL)
_DAY_GAP = re.compile(r"\s?[.\-–/’']?\s?")
_NUMERIC = re.compile(r"\s?([-/.])\s?")
_SPLIT = re.compile(r"[ \n'`~]")
"""What a bad scan puts between two halves of a year; not a comma: "July 27, 1,986 boys"."""
# What ends a dateline or a strip: a sign or the line, at once or after the paper's or the agency's name.
_ENDS_DATELINE = re.compile(r"[ \t]*(?:[:;(|।—–]|-+(?=\s)|\.(?!\d)|\n|\Z|[,.]?(?:[ \t]*[^\W\d_]+){1,4}[ \t]*[:—–])")
_SPOILT_DAY = re.compile(r"\d[^,\n]{0,5}\Z")
_RANGE = re.compile(r"\s*[-–]\s*|[.'`~]")
_HEAD_LINES, _HEAD_CHARACTERS = 4, 400
_STRIP_WORDS, _DATELINE_WORDS, _PLACE_WORDS = 10, 15, 2
_SCORES = {"strip": 0.9, "dateline": 0.8, "name": 0.7}
_LEAP, _SHORT_YEAR, _YEAR_DIGITS = 2000, 99, 4
_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MESSENGER = re.compile(r"whatsapp|screenshot|\b(?:img|vid|pxl|dsc|scan)[-_ ]?\d", re.IGNORECASE)
_FOLDER = re.compile(r"(?:^|/)((?:18|19|20)\d{2})/")
_MONTH_ONLY = 0.6
_WEEKDAY_BONUS = 0.05


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the tokens it stands in."""

    value: str
    first: int
    last: int
    weekday: bool = False


def date_label(tokens: Sequence[Token], text: str, body: int, name: str = "") -> list[Label]:
    """At most one label, of the axis ``date`` or ``day``.

    ``body`` is where the text begins after the title and the blank line.  ``name`` is the path of the scan.  A date
    from there has evidence with an empty span, because its words stand in no text.
    """
    found = _printed(tokens, text, body)
    if found:
        return found
    named = _named_file(name)
    if named:
        return [Label("date", "-".join(named.groups()), _SCORES["name"], (Evidence(named[0], 0, 0),), "machine")]
    days = _agreed(list(_day_only(tokens, text, body)), _SCORES["dateline"], tokens, text, "day")
    year = _FOLDER.search(name)
    if days and year and _possible(int(year[1]), *map(int, days[0].value.split("-")[1:])):
        return [replace(days[0], axis="date", value=days[0].value.replace("XXXX", year[1]), score=_SCORES["name"])]
    return days


def _named_file(name: str) -> re.Match[str] | None:
    """A date in the name of a file: not 20180727, which cameras write, but 2018-07-27 and nothing of a messenger's."""
    stem = PurePosixPath(name).name
    match = None if _MESSENGER.search(stem) else _IN_NAME.search(stem)
    return match if match and _possible(*map(int, match.groups())) else None


def _printed(tokens: Sequence[Token], text: str, body: int) -> list[Label]:
    """The date that the text itself gives, with its year."""
    found = list(_full(tokens, text))
    head = _Head(tokens, text, body)
    for rank in ("strip", "dateline"):
        here = [f for f in found if head.rank(f) == rank]
        if here:
            return _agreed(here, _SCORES[rank], tokens, text)
    months = [f for f in _month_only(tokens, text) if head.rank(f) == "strip"]
    return _agreed(months, _MONTH_ONLY, tokens, text) if months else []


def _agreed(
    found: Sequence[Found], score: float, tokens: Sequence[Token], text: str, axis: Axis = "date"
) -> list[Label]:
    values = {f.value for f in found}
    if len(values) != 1:
        return []
    score += _WEEKDAY_BONUS if any(f.weekday for f in found) else 0.0
    hits = [Hit(f.value, score, ((f.first, f.last),)) for f in found]
    label = Label(axis, values.pop(), round(score, 3), evidence_of(hits, tokens, text), "machine")
    return [label]


# --- Reading dates ---------------------------------------------------------------------------------------


def _full(tokens: Sequence[Token], text: str) -> Iterator[Found]:
    """All possible dates of day, month and year; with a wrong weekday beside it a date is not believed."""
    for read in (_named(tokens, text), _numeric(tokens, text)):
        for short, month, day, *span in read:
            weekday, first, last = _weekday(tokens, text, *span)
            year = short if short > _SHORT_YEAR else _century(short, month, day, weekday)
            if not _possible(year, month, day):
                continue
            if weekday in (None, calendar.weekday(year, month, day) + 1):
                yield Found(f"{year:04d}-{month:02d}-{day:02d}", first, last, weekday is not None)


def _century(short: int, month: int, day: int, weekday: int | None) -> int:
    """The year of two digits in full, by the weekday; 0 when there is none.  The centuries differ by five days."""
    for year in (1900 + short, 2000 + short):
        if _possible(year, month, day) and weekday == calendar.weekday(year, month, day) + 1:
            return year
    return 0


Read = tuple[int, int, int, int, int]


def _named(tokens: Sequence[Token], text: str) -> Iterator[Read]:
    for n, token in enumerate(tokens):
        month = MONTHS.get(token.norm)
        if month is None:
            continue
        for read in (_day_first(tokens, text, n), _month_first(tokens, text, n)):
            if read:
                day, year, last, first = read
                yield year, month, day, first, last
                break


def _day_first(tokens: Sequence[Token], text: str, n: int) -> tuple[int, int, int, int] | None:
    """27 July 2018, 27th July, 2018: day, year, last and first token; ``n`` is the month's."""
    at, end = _day_before(tokens, n), n + 1 + (n + 1 < len(tokens) and tokens[n + 1].norm in YEAR_WORDS)
    day, written = _number(tokens, at, 2), _year(tokens, text, end)
    if day is None or not written or not _close(tokens, text, at, end) or _is_range(tokens, text, at):
        return None
    # "Volume 3, June 2019" names no day.
    return (day, *written, at) if _DAY_GAP.fullmatch(text, tokens[n - 1].end, tokens[n].start) else None


def _day_before(tokens: Sequence[Token], n: int) -> int:
    """Where the day stands before the month at ``n``: 27 July, 27th July, 27th of July."""
    at = n - 1
    for words in (YEAR_WORDS, ORDINALS):
        at -= at > 0 and tokens[at].norm in words
    return at


def _month_first(tokens: Sequence[Token], text: str, n: int) -> tuple[int, int, int, int] | None:
    """July 27, 2018; July 27th, 2018: the same."""
    at = n + 3 if n + 2 < len(tokens) and tokens[n + 2].norm in ORDINALS else n + 2
    day, written = _number(tokens, n + 1, 2), _year(tokens, text, at)
    return (day, *written, n) if day is not None and written and _close(tokens, text, n, at) else None


def _numeric(tokens: Sequence[Token], text: str) -> Iterator[Read]:
    for n in range(len(tokens) - 2):
        if not tokens[n].norm.isdecimal() or not _one_separator(tokens, text, n):
            continue
        day, month, written = _number(tokens, n, 2), _number(tokens, n + 1, 2), _year(tokens, text, n + 2)
        if day and month and written:
            year, last = written
            yield year, month, day, n, last
        first, day = _number(tokens, n, 4), _number(tokens, n + 2, 2)
        if day and month and first:
            yield first, month, day, n, n + 2


def _month_only(tokens: Sequence[Token], text: str) -> Iterator[Found]:
    """July 2018, without a day before it, read or not ("20t`h July"), and not the English verb "may"."""
    for n, token in enumerate(tokens):
        month, year = MONTHS.get(token.norm), _number(tokens, n + 1, 4)
        if not (month and year and _possible(year, month, 1) and _close(tokens, text, n, n + 1)):
            continue
        before = tokens[n - 1].norm if n and _DAY_GAP.fullmatch(text, tokens[n - 1].end, token.start) else ""
        day = before.isdecimal() or before in ORDINALS or _SPOILT_DAY.search(text, 0, token.start)
        if not day and not text[token.start].islower():
            yield Found(f"{year:04d}-{month:02d}", n, n + 1)


def _day_only(tokens: Sequence[Token], text: str, body: int) -> Iterator[Found]:
    """Days and months without a year, in a date strip or before a story: "Ludhiana, July 27", "27 जुलाई"."""
    head = _Head(tokens, text, body)
    for n, token in enumerate(tokens):
        month = MONTHS.get(token.norm)
        # "may" and "mar" are words, too.
        if not month or text[token.start].islower() or token.start >= head.end:
            continue
        full = _day_first(tokens, text, n) or _month_first(tokens, text, n)
        if full and full[1] > _SHORT_YEAR:
            continue  # it has a year, and was not believed
        before = _day_before(tokens, n)
        for day, first, last in ((_number(tokens, before, 2), before, n), (_number(tokens, n + 1, 2), n, n + 1)):
            if day and _possible(_LEAP, month, day) and _close(tokens, text, first, last):
                found = Found(f"XXXX-{month:02d}-{day:02d}", first, last)
                if head.rank(found) != "text" and not _is_range(tokens, text, first) and _heads(tokens, text, found):
                    yield found
                    break


def _heads(tokens: Sequence[Token], text: str, found: Found) -> bool:
    """Whether a story may begin behind this day: "July 27:", "27 जुलाई (संवाददाता)", not "from July 27", "July 27 is"."""
    _day, first, last = _weekday(tokens, text, found.first, found.last)
    end = tokens[last].end
    goes_on = last + 1 < len(tokens) and text[end : tokens[last + 1].start] == " "
    if (first and tokens[first - 1].norm in BEFORE_DAYS) or (goes_on and tokens[last + 1].norm in AFTER_DAYS):
        return False
    line = text.rfind("\n", 0, tokens[first].start) + 1
    return sum(line <= token.start for token in tokens[:first]) <= _PLACE_WORDS or bool(_ENDS_DATELINE.match(text, end))


def _year(tokens: Sequence[Token], text: str, at: int) -> tuple[int, int] | None:
    """A year of four digits, also in two pieces, or of exactly two; and its last token."""
    full = _number(tokens, at, 4)
    if full is not None:
        return full, at
    if not 0 <= at < len(tokens) or not tokens[at].norm.isdecimal():
        return None
    if at + 1 < len(tokens) and _SPLIT.fullmatch(text, tokens[at].end, tokens[at + 1].start):
        whole = tokens[at].norm + tokens[at + 1].norm
        if whole.isdecimal() and len(whole) == _YEAR_DIGITS and _FIRST_YEAR <= int(whole) <= _LAST_YEAR:
            return int(whole), at + 1
    short = _number(tokens, at, 2) if len(tokens[at].norm) > 1 else None
    return None if short is None else (short, at)


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
    """27-28 July 2018: an event, no date of print; and 2.7 July 2018, which may be anything."""
    before = tokens[at - 1] if at else None
    return bool(before and before.norm.isdecimal() and _RANGE.fullmatch(text, before.end, tokens[at].start))


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
