"""A record names a file or picture that the bank does not have.

Why: the reader would get an empty frame or a broken link.

To mend: correct the name (capital and small letters differ), or add the file.  Names are relative to the file in which
they stand.

Example::

    content/toolkits/kit-visit.md:12: error[file-dangling] names the file "from.pdf", which is not there
        Did you mean "content/toolkits/form.pdf"?
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.checks._fields import named_files
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "file-dangling"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    nearest = Nearest(bank.files)
    for draft in bank.drafts:
        for file in named_files(draft):
            if file.path is not None and file.path not in bank.files:
                message = f'names the file "{file.name}", which is not there'
                hint = nearest.hint(file.path, "Add the file, or correct its name; capital and small letters differ.")
                yield remark(draft, file.line, CODE, Severity.ERROR, message, hint)
