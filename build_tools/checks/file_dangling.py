"""A record names a file or picture that the bank does not have.

Why: the reader would get an empty frame or a broken link.

To mend: correct the name (capital and small letters differ), or add the file.  Names are relative to the file in which
they stand.

Example::

    content/toolkits/kit-visit.md:12: error[file-dangling] names the file "from.pdf", which is not there
        Did you mean "form.pdf"?
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.checks import remark
from build_tools.checks._fields import named_files
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "file-dangling"

SOURCES = (".md", ".yml", ".yaml", ".bib")
"""Files of curators; nobody means one of these."""


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    nearest = Nearest(path for path in bank.files if PurePosixPath(path).suffix not in SOURCES)
    for draft in bank.drafts:
        for file in named_files(draft):
            if file.path is not None and file.path not in bank.files:
                message = f'names the file "{file.name}", which is not there'
                near = nearest.to(file.path)
                shown = posixpath.relpath(near, posixpath.dirname(draft.ref.path)) if near else ""
                hint = "Add the file, or correct its name; capital and small letters differ."
                hint = f'Did you mean "{shown}"? {hint}' if near else hint
                yield remark(draft, file.line, CODE, Severity.ERROR, message, hint)
