"""A clipping says who typed or checked its text, and there is no such text.

Why: the page would name a person for words that a program read.

To mend: add the text under the name of the scan, ending in ``.txt``; or take ``transcribed`` and ``checked`` out.

Example::

    clippings/2019/mill.yml:7: error[transcription-missing] says who typed the text, but … is not there
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "transcription-missing"

WHAT = {"transcribed": "says who typed the text", "checked": "says who checked the text"}


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        given = [field for field in WHAT if draft.data.get(field) is not None]
        if draft.type == "clipping" and given and "transcription" not in draft.data:
            text = PurePosixPath(draft.data["scan"]).with_suffix(".txt")
            state = "is empty" if str(text) in bank.files else "is not there"
            hint = f"Write the text of the scan into {text.name}, or take {' and '.join(given)} out."
            message = f"{WHAT[given[0]]}, but {text} {state}"
            yield remark(draft, draft.line(given[0]), CODE, Severity.ERROR, message, hint)
