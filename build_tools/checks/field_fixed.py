"""A field is written that the file's name says already, or that is read from another file.

Why: the file's name is the record's id and says the language of a translation; a second statement could contradict
the first, and would be dropped in silence.

To mend: delete the field.  To change the id, rename the file.

Example::

    content/guides/first-visit.md:2: warning[field-fixed] has the field id, which is not used
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks.translation_orphan import is_translation
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "field-fixed"

FROM_NAME = {"id": "The file's name is the id"}
FROM_FILES = {
    "rows": "The rows stand in the CSV",
    "csv": "The CSV has the same name",
    "scan": "The scan has the same name",
}


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        fixed = FROM_NAME | FROM_FILES | ({"language": "The file's name says it"} if is_translation(draft) else {})
        for name, why in fixed.items() if draft.type != "publication" else ():
            if (name,) in draft.lines:
                message = f"has the field {name}, which is not used"
                hint = f"{why}; delete the line."
                yield remark(draft, draft.line(name), CODE, Severity.WARNING, message, hint)
