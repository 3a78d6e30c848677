"""A date is not written as a date, or names a day that never was.

Why: records are ordered and found by date, and "31 February" or "03/04/19" cannot be placed.

To mend: write the year first, as exact as it is known: ``2019``, ``2019-03``, ``2019-03-14``, or a span of time
``2018/2020``.  If the date is not known, leave the field out.

Example::

    content/laws/some-act.md:5: error[date-impossible] as_on is "2023-02-30": names a day that the month does not have
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from build_tools.checks import remark
from build_tools.checks._findings import findings, named, shown
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "date-impossible"

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft, problem in findings(bank, CODE):
        message = f"{named(problem.field)} is {shown(problem.value)}: {problem.message}"
        yield remark(draft, problem.line, CODE, Severity.ERROR, message, _hint(str(problem.value)))


def _hint(value: str) -> str:
    general = "Write the year first: 2019, 2019-03 or 2019-03-14; leave it out if it is not known."
    if match := _DAY_FIRST.fullmatch(value.strip()):
        day, month, year = (int(part) for part in match.groups())
        with suppress(ValueError):
            return f"Did you mean {date(year, month, day).isoformat()}? {general}"
    return general
