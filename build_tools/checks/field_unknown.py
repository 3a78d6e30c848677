"""A field has a name that records of this kind do not have.

Why: a mistyped name would be dropped in silence, and with it what was written there.

To mend: correct the name, or delete the field.  The fields of each kind of record are listed in ``schemas/``.

Example::

    content/guides/first-visit.md:4: error[field-unknown] has the unknown field sumary
        Did you mean "summary"?
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from build_tools.checks import remark
from build_tools.checks._findings import findings, in_table, named, siblings
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "field-unknown"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft, problem in findings(bank, CODE):
        allowed = [name for name in siblings(draft, problem.field) if name not in ("id", "type")]
        kind = "column" if in_table(draft) else "field"
        message = f"has the unknown {kind} {named(problem.field)}"
        otherwise = f"Correct the name or delete it; known are: {', '.join(allowed)}."
        near = _nearest(tuple(allowed)).hint(problem.field.rpartition(".")[2], "")
        yield remark(draft, problem.line, CODE, Severity.ERROR, message, near.strip() or otherwise)


@cache
def _nearest(names: tuple[str, ...]) -> Nearest:
    return Nearest(names)
