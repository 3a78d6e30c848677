"""A field that every record of this kind needs is not there, or is there and empty.

Why: without it the page would have a hole: no title, no step, no citation.

To mend: add the field with its value.  The message says what belongs in it.  A field that may stay empty is better
left out than written without a value.

Example::

    content/guides/first-visit.md:1: error[field-missing] has no title
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._findings import choices, findings, in_table, is_empty, named, siblings
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft, Problem

CODE = "field-missing"

# What readers of BibTeX say of a field that is there but cannot be had; that it is missing is no second fault.
_LOST = {"bib-value", "bib-expansion", "bib-string", "bib-outside"}


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    lost = {d.subject for d in bank.diagnostics if d.code in _LOST}
    for draft, problem in findings(bank, CODE):
        if draft.type == "publication" and draft.uid in lost:
            continue
        empty = problem.kind != "missing" and is_empty(problem)
        message = f"has nothing in the field {named(problem.field)}" if empty else f"has no {named(problem.field)}"
        yield remark(draft, problem.line, CODE, Severity.ERROR, message, _hint(draft, problem, empty))


def _hint(draft: Draft, problem: Problem, empty: bool) -> str:
    name = problem.field.rpartition(".")[2]
    field = siblings(draft, problem.field).get(name)
    about = f" ({field.description})" if field and field.description else ""
    if allowed := choices(field):
        about = f" (one of: {', '.join(allowed)})"
    if in_table(draft):
        return f'Fill the cell in the column "{name}"{about}.'
    if draft.type == "publication":
        return f"Add {name} = {{…}} to the entry{about}."
    if empty:
        return f"Write its value{about}" + (", or delete the line." if field and not field.is_required() else ".")
    return f'Add "{name}: …" with its value{about}.'
