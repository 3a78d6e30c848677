"""A record or file would be published at an address that is another's, or that not every computer can store.

The tool itself makes pages called ``index`` (the lists) and ``search``; Windows keeps names such as ``con`` and ``nul``
for devices; and files of all folders are published below one, so ``content/maps/a.pdf`` and ``clippings/maps/a.pdf``
would meet.

Why: one of the two would silently replace the other, and a copy on a pen drive could not be opened.

To mend: choose another id (the name of the file, the ``id`` of the row, the key), or rename the file.

Example::

    content/guides/index.md:1: error[address-taken] has the id "index", where a page always is
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.checks import remark
from build_tools.checks._fields import named_files
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.walk import DEVICES

CODE = "address-taken"

LISTS = frozenset({"index"})
AT_THE_TOP = frozenset({"index", "search", "404"})
"""Ids that no page of the bank's own can have."""


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        if draft.id in DEVICES:
            what = "which Windows keeps for a device"
        elif draft.id in (AT_THE_TOP if draft.type == "page" else LISTS):
            what = "where a page always is"
        else:
            continue
        message = f'has the id "{draft.id}", {what}'
        yield remark(draft, draft.ref.line, CODE, Severity.ERROR, message, "Give it another id.")
    yield from _files(bank)


def _files(bank: Bank) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for draft in bank.drafts:
        for file in named_files(draft):
            if file.path is None or file.path not in bank.files:
                continue
            other = first.setdefault("/".join(PurePosixPath(file.path).parts[1:]).casefold(), file.path)
            if other != file.path:
                message = f'names the file "{file.name}", which would be published where {other} is'
                yield remark(draft, file.line, CODE, Severity.ERROR, message, "Rename one of the two files.")
