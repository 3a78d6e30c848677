"""Two records have the same id.

Why: the id is the address of the page and what others link to; two records cannot share one.

To mend: give one of them another id, that is, another name of the file, another ``id`` in the row, or another key.
Only a translation shares the id of its original, and both are of the same kind.

Example::

    content/laws/wells.md:1: error[duplicate-id] has the id "wells" that content/guides/wells.md:1 has already
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "duplicate-id"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    by_uid: dict[str, Draft] = {}
    by_id: dict[str, Draft] = {}
    for draft in bank.drafts:
        if not draft.id:
            continue
        same = by_uid.setdefault(draft.uid, draft)
        first = by_id.setdefault(draft.id, draft)
        if same is not draft:
            yield _taken(draft, same)
        elif first.type != draft.type:
            yield _taken(draft, first)


def _taken(draft: Draft, other: Draft) -> Diagnostic:
    message = f'has the id "{draft.id}" that {other.ref.path}:{other.ref.line} has already'
    hint = "Give one of the two another id, and correct the links to it."
    return remark(draft, draft.ref.line, CODE, Severity.ERROR, message, hint)
