"""A text shows a picture that lies on another site.

Why: every reader's phone would tell that site who reads what and when, and the picture is lost when it moves or when
the bank is read from a pen drive.

To mend: if its licence allows, save the picture beside the record and name that file; otherwise link to the page on
which it stands.

Example::

    content/guides/first-visit.md:11: error[image-external] shows a picture from another site: https://example.org/a.png
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import targets
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.markdown import ALLOWED_SCHEMES, scheme_of
from build_tools.sources.bank import Bank

CODE = "image-external"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for target in targets(draft):
            # Other schemes are refused by link-scheme.
            if target.kind == "image" and scheme_of(target.value) in ALLOWED_SCHEMES:
                message = f"shows a picture from another site: {target.value[:100]}"
                hint = "Save the picture beside this file and name that file, or link to the page on which it stands."
                yield remark(draft, target.line, CODE, Severity.ERROR, message, hint)
