"""A text or the name of a file holds a number or an e-mail address that leads to a person.

Looked for are Aadhaar numbers, PANs, numbers of voter cards and passports, Indian mobile numbers and e-mail addresses,
in every text of the bank, in any script, split or joined in any way.  What the directory lists as the public number or
address of an institution may stand anywhere.  The message never repeats what was found.

Why: such a number is a person's for life, and whoever has it finds the person.

To mend: take it out, and write what it was in words if that matters ("her Aadhaar number").  Is it a public number of
an institution?  Then add it to the directory.  If it was pushed already, tell a maintainer: every version is kept.

Example::

    content/case-studies/a-mill.md:31: error[identity-number] holds a mobile number that the directory does not list
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools import identity
from build_tools.checks._identity import Records, passages, public
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "identity-number"

HINT_UNREAD = "Print the document into a new, smaller PDF, or leave it out."
HINT = "Take it out. A public number or address of an institution belongs into the directory first."


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    records, listed = Records(bank), public(bank)
    for passage in passages(bank):
        if passage.unread:
            message = f"cannot be looked through for numbers and addresses: {passage.unread}"
            for uid in records.uids(passage.path) or [""]:
                yield Diagnostic(passage.path, 0, CODE, Severity.ERROR, message, HINT_UNREAD, uid)
        for finding in identity.blocks(passage.text, listed, markup=True):
            yield from _said(records, passage.path, passage.line(finding), finding.kind, "holds")
    for path in bank.files:
        for kind in identity.of_file_name(path, listed):
            if kind not in identity.REVIEWED:
                yield from _said(records, path, 0, kind, "has a name that holds")


def _said(records: Records, path: str, line: int, kind: identity.Kind, how: str) -> Iterator[Diagnostic]:
    message = f"{how} {identity.IN_WORDS[kind]}"
    for uid in records.uids(path, line) or [""]:
        yield Diagnostic(path, line, CODE, Severity.ERROR, message, HINT, uid)
