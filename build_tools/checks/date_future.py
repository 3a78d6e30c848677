"""A record is dated after today.

Why: it is mostly a slip of the pen: a wrong year, or day and month exchanged.

To mend: correct the date.  A law or meeting that is really still to come may stay; this is a notice, because the same
file is right tomorrow.

Example::

    content/guides/first-visit.md:5: notice[date-future] date is 2062-03-14, which has not come yet
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import first_day, listed
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "date-future"

FIELDS = ("date", "added", "verified_on")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    now = today.isoformat()
    for draft in bank.drafts:
        for field in FIELDS:
            for value, line in listed(draft, field) if field in draft.data else ():
                if first_day(value) > now:
                    message = f"{field} is {value}, which has not come yet"
                    yield remark(draft, line, CODE, Severity.NOTICE, message, "Look whether the year is right.")
