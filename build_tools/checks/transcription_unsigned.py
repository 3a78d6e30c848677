"""A clipping's text was typed or corrected by a person, and nobody wrote down by whom and when.

Why: readers see how far they can trust a text, and whoever doubts a word knows whom to ask.

To mend: add to the ``.yml``: ``transcribed: {by: NAME, date: 2026-01-31}``.  A group's name is as good as a person's.
This is a notice: the text is shown all the same, as corrected by somebody whose name is not known.

Example::

    clippings/2019/mill.yml:1: notice[transcription-unsigned] has a typed text, but does not say who typed it and when
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "transcription-unsigned"

HINT = 'Add a line to the .yml beside the scan: transcribed: {by: "Your name, or your group\'s", date: 2026-01-31}'


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        if "transcription" in draft.data and draft.data.get("transcribed") is None:
            message = "has a typed text, but does not say who typed it and when"
            yield remark(draft, 1, CODE, Severity.NOTICE, message, HINT)
