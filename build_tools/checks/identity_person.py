"""A clipping, or a picture that a text shows, may show a person, and two people have not yet looked at it.

A program looks for faces.  It is set to miss few, so it also takes some drawings and patterns for faces.  What two
people have looked at is not looked at again.

Why: a face makes a child known to everybody who knows the child, with or without a name.

To mend: cover the person with a solid block, ``kb redact FILE --box x,y,w,h``, or leave the picture out.  Is it a
drawing, or an adult who agreed?  Then let two people look and write both names into the record:
``identity_review: [name, name]``.

Example::

    clippings/2019/a-mill.jpg: warning[identity-person] shows what may be a person
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools import identity
from build_tools.checks._identity import Records
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.images import SUFFIXES
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "identity-person"

HINT = "Cover it with kb redact; or, when two people agree that it may stay, write: identity_review: [name, name]."
CACHE = (".cache", "people")


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    records = Records(bank)
    for path in bank.files:
        if PurePosixPath(path).suffix.lower() not in SUFFIXES:
            continue
        shown = [draft for draft in records.at(path) if _shows(draft, path)]
        waiting = [draft.uid for draft in shown if draft.record is None or not draft.record.identity_review]
        if waiting and identity.shows_a_person(bank.root / path, bank.root.joinpath(*CACHE)):
            for uid in dict.fromkeys(waiting):
                yield Diagnostic(path, 0, CODE, Severity.WARNING, "shows what may be a person", HINT, uid)


def _shows(draft: Draft, path: str) -> bool:
    """Whether the record shows the picture, and does not only offer it to be carried away."""
    if draft.scan:
        return draft.scan.path == path
    return bool(draft.body) and any(
        target.kind == "image" and PurePosixPath(target.value).name == PurePosixPath(path).name
        for target in (draft.body.targets if draft.body else ())
    )
