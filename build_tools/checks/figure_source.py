"""A figure has no year or no source.

Why: a number that nobody can date or check does more harm than good, above all once it is quoted.

To mend: give the table the columns ``year`` and ``source`` and fill every row; or, where all rows share them, write
``date`` and ``sources`` in the description beside the table.

Example::

    content/data/data-census.csv:7: error[figure-source] the row has no source
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import row_line, table
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "figure-source"

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        if draft.type == "dataset":
            yield from _figures(draft, "year", "date")
            yield from _figures(draft, "source", "sources")


def _figures(draft: Draft, column: str, field: str) -> Iterator[Diagnostic]:
    """What is missing in one column; a row needs nothing there when the record has ``field``."""
    if draft.data.get(field):
        return
    names, rows = table(draft)
    hint = f'Fill the column "{column}", or write "{field}: …" in the description if it is the same for all rows.'
    if column not in names:
        yield remark(draft, draft.line("columns"), CODE, Severity.ERROR, f"gives no {column} for its figures", hint)
        return
    at = names.index(column)
    for number, row in enumerate(rows):
        if not row[at] or (column == "year" and not _YEAR.search(row[at])):
            path, line = str(draft.data.get("csv")), row_line(draft, number)
            yield Diagnostic(path, line, CODE, Severity.ERROR, f"the row has no {column}", hint, draft.uid)
