"""A record links to an id that no record has.

Why: the reader would be promised a page that is not there.

To mend: correct the id; it is the file's name without its ending, the ``id`` of the row, or the key of the entry in
small letters with hyphens.

Example::

    content/guides/first-visit.md:14: error[link-dangling] links to "water-tabel", which is no record
        Did you mean "water-table"?
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import ids, listed, targets
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "link-dangling"

FIELDS = ("related", "organisations", "see_also", "replaced_by")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    known = ids(bank)
    nearest = Nearest(known)
    types = {draft.id: draft.type for draft in bank.drafts}
    for draft in bank.drafts:
        for value, line, where in _links(draft):
            if value not in known:
                message = f'{where} "{value}", which is no record'
                hint = nearest.hint(value, "Write the id of a record of this bank, or take the link out.")
                yield remark(draft, line, CODE, Severity.ERROR, message, hint)
        for value, line in listed(draft, "organisations"):
            if types.get(value, "organisation") != "organisation":
                message = f'organisations names "{value}", which is a {types[value]}'
                hint = "Name the id of an organisation here; other records go under related."
                yield remark(draft, line, CODE, Severity.ERROR, message, hint)


def _links(draft: Draft) -> Iterator[tuple[str, int, str]]:
    for target in targets(draft):
        if target.kind == "link":
            yield target.value, target.line, "links to"
    for field in FIELDS:
        for value, line in listed(draft, field) if field in draft.data else ():
            yield value, line, f"{field} names"
