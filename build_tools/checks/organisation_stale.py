"""An organisation was last verified more than a year ago, or nobody wrote down when.

Why: telephone numbers and addresses change, and somebody in need may be calling.

To mend: check the entry at the organisation's own page and write the day into ``verified_on``.  This is a notice: a
build never fails because time passes.

Example::

    content/directory/organisations.csv:12: notice[organisation-stale] was last verified on 2024-01-15
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from build_tools.checks import remark
from build_tools.checks._fields import last_day
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import Organisation
from build_tools.sources.bank import Bank

CODE = "organisation-stale"

AGE = timedelta(days=365)


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    oldest = (today - AGE).isoformat()
    for draft in bank.drafts:
        entry = draft.record
        if not isinstance(entry, Organisation) or not entry.verified:
            continue
        if entry.verified_on is None:
            message = "does not say when it was last verified"
        elif last_day(entry.verified_on) < oldest:
            message = f"was last verified on {entry.verified_on}"
        else:
            continue
        hint = "Check the entry at the organisation's own page and write the day into verified_on."
        yield remark(draft, draft.line("verified_on"), CODE, Severity.NOTICE, message, hint)
