"""A clipping's text is said to be checked, but not by a second person.

Why: whoever typed a text reads what they meant to type.  Only another pair of eyes on the scan finds the slip.

To mend: let somebody else compare text and scan and write their own name into ``checked``; the first name stays in
``transcribed``.

Example::

    clippings/2019/mill.yml:8: error[second-reader] is checked by the person who typed it
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from build_tools.checks import remark
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "second-reader"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        first, second = (_name(draft.data.get(field)) for field in ("transcribed", "checked"))
        if draft.type != "clipping" or draft.data.get("checked") is None:
            continue
        line = draft.line("checked", "by")
        if draft.data.get("transcribed") is None:
            hint = "Write also who typed it: transcribed: {by: NAME, date: 2026-01-31}"
            yield remark(draft, line, CODE, Severity.ERROR, "says who checked the text, but not who typed it", hint)
        elif first and first == second:
            hint = "Let somebody else compare text and scan, or take checked out until somebody has."
            yield remark(draft, line, CODE, Severity.ERROR, "is checked by the person who typed it", hint)


def _name(signed: Any) -> str:
    """Who signed, in small letters and single spaces; empty when nobody did or the form is wrong."""
    name = signed.get("by") if isinstance(signed, dict) else None
    return " ".join(name.split()).casefold() if isinstance(name, str) else ""
