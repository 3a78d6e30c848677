r"""A record names a file by a path that leads out of the bank: too many ``..``, or a path from the root of a disk.

Why: such a path could publish files of the computer that builds the site, and works on no other computer.

To mend: put the file into the bank, beside the record, and name it from there.

Example::

    content/toolkits/kit-visit.md:12: error[path-outside] names "../../../etc/passwd", which leads out of the bank
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import named_files
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "path-outside"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for file in named_files(draft):
            if file.path is None:
                message = f'names "{file.name}", which leads out of the bank'
                hint = "Put the file beside the record and write its name alone, with / between folders."
                yield remark(draft, file.line, CODE, Severity.ERROR, message, hint)
