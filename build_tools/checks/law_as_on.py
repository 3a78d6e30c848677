"""A law does not say on which day its status was last checked, or names a day that has not come yet.

Why: laws change.  "In force" helps nobody who cannot see how old that statement is.

To mend: look up the law's status at its official source and write the day on which you did, for instance
``as_on: 2024-06-30``.

Example::

    content/laws/some-act.md:1: error[law-as-on] does not say on which day its status was checked
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import first_day
from build_tools.checks._findings import findings
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "law-as-on"

_HINT = 'Check the status at the official source and add the day, as in "as_on: 2024-06-30".'


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft, problem in findings(bank, CODE):
        message = "does not say on which day its status was checked"
        yield remark(draft, problem.line, CODE, Severity.ERROR, message, _HINT)
    for draft in bank.drafts:
        day = draft.data.get("as_on") if draft.type == "law" else None
        wrong = any(problem.field == "as_on" for problem in draft.problems)
        if day is not None and not wrong and first_day(str(day)) > today.isoformat():
            message = f"says that its status was checked on {day}, a day that has not come yet"
            yield remark(draft, draft.line("as_on"), CODE, Severity.ERROR, message, _HINT)
