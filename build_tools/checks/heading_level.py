"""A heading is of the first level, or of a level that skips one.

Why: people who listen to a page move from heading to heading; a missing level sounds like a missing chapter.  The
first level is the title, which the page has already.

To mend: begin with ``##``; below it comes ``###``, never ``####`` at once.

Example::

    content/guides/first-visit.md:15: warning[heading-level] the heading "Papers" skips a level: #### follows ##
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "heading-level"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        before = 1
        for heading in draft.body.headings if draft.body else ():
            signs = "#" * heading.level
            if heading.level == 1:
                message = f'the heading "{heading.text}" is of the first level, which is the page\'s title'
                yield remark(draft, heading.line, CODE, Severity.WARNING, message, "Write it with ##.")
            elif heading.level > before + 1:
                above = "#" * before if before > 1 else "the title"
                message = f'the heading "{heading.text}" skips a level: {signs} follows {above}'
                yield remark(draft, heading.line, CODE, Severity.WARNING, message, f"Write it with #{'#' * before}.")
            before = heading.level
