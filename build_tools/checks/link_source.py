"""A text links to the source file of another record instead of to the record.

Why: the reader would get the file that curators work on, not the page.

To mend: write ``[[id]]`` or ``[[id|the words to show]]``.

Example::

    content/guides/first-visit.md:20: error[link-source] links to the source file "second-visit.md"
        Write [[second-visit]] to link to the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.checks import remark
from build_tools.checks._fields import named_files
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "link-source"

SUFFIXES = (".md", ".yml", ".yaml")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for file in named_files(draft):
            if file.path in bank.read and PurePosixPath(str(file.path)).suffix in SUFFIXES:
                identity = PurePosixPath(str(file.path)).name.partition(".")[0]
                hint = f"Write [[{identity}]] to link to the page."
                message = f'links to the source file "{file.name}"'
                yield remark(draft, file.line, CODE, Severity.ERROR, message, hint)
