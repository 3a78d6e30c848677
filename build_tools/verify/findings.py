"""What the verifier says of one file, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.diagnostics import Diagnostic, Severity

REPORT = "Please report it: the tool must never write this."

CODES = {
    "site-element": "A built page or feed holds an element that is not on the verifier's list.",
    "site-attribute": "A built page or feed holds an attribute, or a value of one, that is not on the verifier's list.",
    "site-address": "Something in the built site leads to an address, or loads one, that is not allowed.",
    "site-policy": "A built page lacks its Content-Security-Policy, its encoding or its doctype, or they were altered.",
    "site-script": "A script or style sheet of the built site is not what the tool wrote.",
    "site-data": "Data or a feed of the built site cannot be read, or holds markup or formulas.",
    "site-file": "A file of the built site has a name, an ending or a content that must not be there.",
}
HINTS = {
    "site-file": "Take the file out of the bank, or save it in the format that its ending names.",
    "site-data": "Mend the table or text in the bank; if it is none of the bank's, please report it.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one file: ``code`` is one of ``CODES``, ``what`` completes "as it was built, …"."""

    code: str
    what: str


def diagnostics(path: str, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """Each finding of the file ``path`` of the site once, as an error."""
    for finding in dict.fromkeys(findings):
        hint = f"{HINTS.get(finding.code, REPORT)} The site was left as it was."
        message = f"as it was built, {finding.what}"
        yield Diagnostic(f"site/{path}", 0, finding.code, Severity.ERROR, message, hint)
