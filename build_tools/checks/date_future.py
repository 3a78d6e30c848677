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
from build_tools.checks._fields import first_day, listed, parts
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "date-future"

FIELDS = ("date", "added", "verified_on")
SIGNED = ("transcribed", "checked")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    now = today.isoformat()
    for draft in bank.drafts:
        for field in FIELDS:
            for value, line in listed(draft, field) if field in draft.data else ():
                if first_day(value) > now:
                    yield _said(draft, line, field, value)
        for field in SIGNED if draft.record else ():
            for _, signed in parts(draft, field) if field in draft.data else ():
                if first_day(str(signed["date"])) > now:
                    yield _said(draft, draft.line(field, "date"), f"date of {field}", signed["date"])


def _said(draft: Draft, line: int, field: str, value: object) -> Diagnostic:
    message = f"{field} is {value}, which has not come yet"
    return remark(draft, line, CODE, Severity.NOTICE, message, "Look whether the year is right.")
