"""A scan has so few pixels that its letters can hardly be read.

Why: neither people nor the machine that reads scans can make out letters of a few pixels.

To mend: scan again at 300 dpi, or photograph from nearer; send the file itself, as WhatsApp makes pictures smaller
(send it there as a document).

Example::

    clippings/2019/dam.jpg: warning[scan-small] measures 320 × 900 pixels, too few to be read well
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank

CODE = "scan-small"

SHORTEST_SIDE = 500
"""Pixels.  A column of a newspaper has some 35 letters a line, and a letter needs about 14 pixels."""


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        scan = draft.scan
        if scan and min(scan.width, scan.height) < SHORTEST_SIDE:
            message = f"measures {scan.width} × {scan.height} pixels, too few to be read well"
            hint = "Scan it again at 300 dpi, or photograph it from nearer and send it as a document."
            yield Diagnostic(scan.path, 0, CODE, Severity.WARNING, message, hint, draft.uid)
