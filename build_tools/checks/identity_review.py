"""A text or the name of a file may make a child known, and two people have not yet looked at it.

Looked for are a name beside an age under 18, beside that of a parent (s/o, d/o, son of, पुत्र, पुत्री) or beside a school
or village, and the number of a police report (FIR); in what a machine read from a scan also a number that may be that
of a card or passport with one character misread.  The machine cannot know whom a name belongs to, so people decide:
until two have agreed, the page says only that its text awaits review.  The message never repeats what was found.

Why: a name, a village and an age each say little; together they point to one child, and the law forbids that.

To mend: take the name out, or write "a girl of twelve".  Is it no child's, or may it stay?  Then let two people look
who do not ask each other first, and write both names into the record: ``identity_review: [name, name]``.

Example::

    content/case-studies/a-mill.md:31: warning[identity-review] holds a name beside an age under 18
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools import identity
from build_tools.checks._identity import Records, known, passages
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "identity-review"

HINT = "Take it out; or, when two people agree that it may stay, write their names: identity_review: [name, name]."


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    records, words = Records(bank), known(bank)
    for passage in passages(bank):
        for finding in identity.reviews(passage.text, words, markup=True):
            yield from _said(records, passage.path, passage.line(finding), finding.kind, "holds")
    for path in bank.files:
        for kind in identity.of_file_name(path):
            if kind in identity.REVIEWED:
                yield from _said(records, path, 0, kind, "has a name that holds")


def _said(records: Records, path: str, line: int, kind: identity.Kind, how: str) -> Iterator[Diagnostic]:
    """Nothing when two people have looked at every record that shows it."""
    message = f"{how} {identity.IN_WORDS[kind]}"
    for uid in records.unreviewed(path, line):
        yield Diagnostic(path, line, CODE, Severity.WARNING, message, HINT, uid)
