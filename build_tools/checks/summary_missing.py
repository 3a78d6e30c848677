"""A record has no summary.

Why: lists, search and shared links show the summary; without it a reader sees a title and has to guess.

To mend: add ``summary`` with two or three plain sentences.  This is a notice; nothing is withheld.

Example::

    content/guides/first-visit.md:1: notice[summary-missing] has no summary
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "summary-missing"

TYPES = {"case-study", "guide", "law", "toolkit", "dataset", "periodical"}


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        if draft.type in TYPES and not draft.data.get("summary") and not _reported(draft):
            hint = 'Add "summary:" with two or three plain sentences.'
            yield remark(draft, draft.ref.line, CODE, Severity.NOTICE, "has no summary", hint)


def _reported(draft: Draft) -> bool:
    return any(problem.field == "summary" for problem in draft.problems)
