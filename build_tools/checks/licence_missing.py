"""A text of our own does not say under which licence others may use it.

Why: without a licence nobody may translate, print or share it, however much we would like them to.

To mend: add ``licence: CC-BY-4.0``, or the licence that its author chose.

Example::

    content/guides/first-visit.md:1: error[licence-missing] names no licence
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import RECORD_TYPES
from build_tools.sources.bank import Bank

CODE = "licence-missing"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        if not RECORD_TYPES[draft.type].licence_required or draft.data.get("licence"):
            continue
        if not any(problem.field == "licence" for problem in draft.problems):
            hint = f'Add "licence: {bank.settings.bank.licence}", or the licence that its author chose.'
            yield remark(draft, draft.line("licence"), CODE, Severity.ERROR, "names no licence", hint)
