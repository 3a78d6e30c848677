"""A record that states facts names no source.

Why: readers, courts and newspapers can only use what they can check.

To mend: add ``sources`` with at least one entry: a key of the bibliography (``"@rao1991, pp. 3-4"``), a title with
its address (``"Title <https://…>"``), or a title alone.

Example::

    content/case-studies/night-school.md:1: error[source-missing] names no source
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._findings import in_table
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import RECORD_TYPES
from build_tools.sources.bank import Bank

CODE = "source-missing"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        # The figures of a dataset have their own rule: each row may name its source.
        if not RECORD_TYPES[draft.type].sources_required or draft.type == "dataset":
            continue
        if not draft.data.get("sources") and not any(p.field == "sources" for p in draft.problems):
            where = 'Fill the column "sources"' if in_table(draft) else 'Add "sources:"'
            hint = f'{where} with a key such as "@key", or a title with its address in < >.'
            yield remark(draft, draft.line("sources"), CODE, Severity.ERROR, "names no source", hint)
