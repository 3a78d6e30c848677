"""A picture has no alternative text.

Why: people who cannot see it, or whose connection does not load it, learn nothing of it.

To mend: say in the brackets what the picture shows, in a sentence: ``![A village meeting under a tree](meeting.jpg)``.

Example::

    content/guides/first-visit.md:11: error[image-alt] the picture "meeting.jpg" has no alternative text
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import targets
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "image-alt"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for target in targets(draft):
            if target.kind == "image" and not target.text.strip():
                message = f'the picture "{target.value}" has no alternative text'
                hint = "Say in the brackets what it shows: ![A village meeting under a tree](meeting.jpg)."
                yield remark(draft, target.line, CODE, Severity.ERROR, message, hint)
