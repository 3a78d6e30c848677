"""A text holds HTML, or a list of attributes in braces.

Why: HTML in a contribution can run scripts, lay a false page over ours, or report readers to others.  It is shown as
letters and never obeyed, so that it does not do what its writer hoped for either.

To mend: write Markdown instead: ``**bold**``, ``[words](address)``, a table with ``|``.  To speak about HTML, put it
in backticks: `` `<b>` ``.  In a title, summary or other field just leave the tags out.

Example::

    content/guides/first-visit.md:21: error[raw-html] holds HTML or an attribute list
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.checks._fields import row_line, texts
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.markdown import raw_html_lines
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "raw-html"

_HINT = "Leave the tags out, write Markdown instead, or put code in backticks."


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for path, line in dict.fromkeys(_places(draft)):
            message = "holds HTML or an attribute list in braces"
            yield Diagnostic(path, line, CODE, Severity.ERROR, message, _HINT, draft.uid)


def _places(draft: Draft) -> Iterator[tuple[str, int]]:
    path = draft.ref.path
    if draft.body:
        yield from ((path, line) for line in draft.body.raw_html)
        yield from ((path, t.line) for t in draft.body.targets if t.kind == "image" and raw_html_lines(t.text))
    yield from ((path, line) for text, line in texts(draft) if raw_html_lines(text))
    if draft.scan and (lines := raw_html_lines(str(draft.data.get("transcription") or ""))):
        typed = str(PurePosixPath(draft.scan.path).with_suffix(".txt"))
        yield from ((typed, line) for line in lines)
    for at, row in enumerate(draft.data["rows"] if draft.type == "dataset" else ()):
        if any(raw_html_lines(cell) for cell in row):
            yield str(draft.data.get("csv")), row_line(draft, at)
