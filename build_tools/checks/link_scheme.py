"""A link or picture has an address of a kind that is not allowed, such as ``javascript:``.

Why: such an address can run a program in the reader's browser.

To mend: use an address that begins with https:// or http://, a ``mailto:`` or ``tel:`` of an institution, or a file of
the bank.

Example::

    content/guides/first-visit.md:18: error[link-scheme] has a link that begins with "javascript:"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.markdown import scheme_of
from build_tools.sources.bank import Bank

CODE = "link-scheme"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for target in draft.body.bad_schemes if draft.body else ():
            what = "a picture" if target.kind == "image" else "a link"
            message = f'has {what} that begins with "{scheme_of(target.value)[:40]}:"'
            hint = "Use an address that begins with https://, or the name of a file of the bank."
            yield remark(draft, target.line, CODE, Severity.ERROR, message, hint)
