"""Dates in bibliographies, in the many ways people write them, as EDTF (``2019-03-14``, ``2019/2020``)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from babel.dates import get_month_names

UNDATED = frozenset({"", "n.d.", "n.d", "nd", "no date", "s.d.", "s.a.", "undated", "date unknown", "????"})
COMING = frozenset({"forthcoming", "in press", "to appear", "in preparation", "submitted", "accepted"})
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

_CIRCA = re.compile(r"^(?:circa|ca\.?|c\.)\s*|[?~]$|^c(?=\d)", re.I)
_ISO = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_SPAN = re.compile(rf"({_ISO})(?:T[\d:.Z+-]+)?\s*/\s*({_ISO}|\d{{2}})")
_YEARS = re.compile(r"(\d{4})\s*(?:-{1,3}|[–—])\s*(\d{4})")
_SHORT_YEARS = re.compile(r"(\d\d)(\d\d)(?:-{1,3}|[–—])(\d\d)")
_SINGLE = re.compile(rf"({_ISO})(?:T[\d:.Z+-]+)?")
_WORDS = re.compile(r"\d+|[^\W\d_]+(?:[\u0900-\u097f]+)?", re.U)
_IGNORED = {"st", "nd", "rd", "th", "of", "accessed", "on", "online", "retrieved", "visited", "last"}


@dataclass(frozen=True, slots=True)
class ReadDate:
    """``edtf`` is empty when the entry says that it has no date, or (``status``) that it is still to come."""

    edtf: str = ""
    circa: bool = False
    season: int = 0
    status: str = ""


def read_date(text: str) -> ReadDate | None:
    """What ``text`` says about a date; ``None`` when that cannot be told, or when no such day exists."""
    text = _ascii_digits(" ".join(text.split())).strip("[]()© ").strip()
    if text.lower() in UNDATED:
        return ReadDate()
    if text.lower() in COMING:
        return ReadDate(status=text.lower())
    bare = _CIRCA.sub("", text).strip()
    edtf = _numeric(bare) or _in_words(bare)
    return ReadDate(edtf, circa=bare != text) if edtf else None


def read_year_and_month(year: str, month: str, day: str) -> ReadDate | None:
    """The date in the classical fields.  ``month`` may be a number, a name, a season or two of them."""
    match = _SHORT_YEARS.fullmatch(year.strip())
    if match and int(match[3]) == int(match[2]) + 1:  # 2010-11 in a field for years is no month
        return ReadDate(f"{match[1]}{match[2]}/{match[1]}{match[3]}")
    found = read_date(year)
    if found is None or not found.edtf or not month.strip():
        return found
    months, extra_day, season = _months(month)
    if season:
        return ReadDate(found.edtf, found.circa, season)
    day = _ascii_digits(day.strip()) or extra_day
    if not months or not re.fullmatch(r"\d{4}", found.edtf) or (day and not re.fullmatch(r"\d{1,2}", day)):
        return found if len(found.edtf) > 4 and months else None
    ends = [_edtf(int(found.edtf), m, int(day) if day and len(months) == 1 else None) for m in months]
    edtf = _join(*ends)
    return ReadDate(edtf, found.circa) if edtf else None


def to_csl(found: ReadDate) -> dict[str, Any]:
    """``found`` as a CSL date; empty when there is none."""
    if not found.edtf:
        return {}
    parts = [[int(number) for number in end.split("-")] for end in found.edtf.split("/")]
    value: dict[str, Any] = {"date-parts": parts}
    if found.circa:
        value["circa"] = True
    if found.season:
        value["season"] = found.season
    return value


def _numeric(text: str) -> str:
    if match := _SPAN.fullmatch(text) or _YEARS.fullmatch(text):
        first, last = match[1], match[2]
        last = first[:2] + last if len(last) == 2 else last
        return _join(_padded(first), _padded(last))
    if (match := _SHORT_YEARS.fullmatch(text)) and int(match[3]) > 12:
        return _join(match[1] + match[2], match[1] + match[3])
    match = _SINGLE.fullmatch(text)
    return _padded(match[1]) if match else ""


def _padded(text: str) -> str:
    year, *rest = (int(number) for number in text.split("-"))
    return _edtf(year, *rest)


def _edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """The date in EDTF, empty when the calendar has no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04}", *(f"{number:02}" for number in (month, day) if number)]) if year >= 1500 else ""


def _join(first: str, last: str | None = None) -> str:
    if last is None or first == last:
        return first
    return f"{first}/{last}" if first and last and first < last else ""


def _in_words(text: str) -> str:
    """``14 March 2019``, ``March 14, 2019``, ``March 2019``: one year, one month, at most one day."""
    words = [word for word in _WORDS.findall(text) if word.lower() not in _IGNORED]
    years = [w for w in words if re.fullmatch(r"\d{4}", w)]
    days = [w for w in words if re.fullmatch(r"\d{1,2}", w)]
    names = [month_number(w) for w in words if not w.isdigit()]
    if len(years) != 1 or len(days) > 1 or len(names) != 1 or not names[0] or len(words) > 3:
        return ""
    return _edtf(int(years[0]), names[0], int(days[0]) if days else None)


def _months(text: str) -> tuple[list[int], str, int]:
    """Months, a day written among them, and the season, in the value of a ``month`` field."""
    words = _WORDS.findall(_ascii_digits(text))
    season = next((SEASONS[w.lower()] for w in words if w.lower() in SEASONS), 0)
    names = [number for w in words if not w.isdigit() and (number := month_number(w))]
    numbers = [w for w in words if w.isdigit()]
    unread = [w for w in words if not w.isdigit() and not month_number(w) and w.lower() not in _IGNORED]
    if season:
        return [], "", season
    if unread or len(names) > 2 or len(numbers) > (2 if not names else 1):
        return [], "", 0
    if names:
        return names, numbers[0] if numbers else "", 0
    return [int(n) for n in numbers if 1 <= int(n) <= 12], "", 0


def month_number(word: str) -> int:
    """1 to 12 for the name of a month in English or Hindi, full or shortened; 0 for anything else."""
    return _month_names().get(_month_key(word), 0)


@cache
def _month_names() -> dict[str, int]:
    names = {"sept": 9}
    for language in ("en", "hi"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[_month_key(name)] = number
    return names


def _month_key(name: str) -> str:
    """Spellings with and without a dot, a nukta, or a full nasal are one."""
    bare = unicodedata.normalize("NFD", name.lower().strip(".॰ ")).replace("\u093c", "")
    return bare.replace("म्ब", "ंब").replace("क्तू", "क्टू")


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
