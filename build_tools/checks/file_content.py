"""A file that goes with a record is not what its ending says, or a table holds a formula.

Why: a page that calls itself a PDF or a text can run in a reader's browser, and a cell that begins with ``=``, ``+``,
``-`` or ``@`` is computed by the program that opens the table, and may send away what else it holds.

To mend: save the file again in the format that its ending names; texts and tables as UTF-8.  In a table, put a word
before such a cell; numbers with a sign and sources such as ``@key2001`` may stay.

Example::

    content/toolkits/kit-visit.md:12: error[file-content] names the file "form.pdf", which is no PDF file
        Save it again as PDF, or give it the ending of what it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from build_tools.checks import remark
from build_tools.checks._fields import named_files
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "file-content"

BEGINNINGS = {
    "pdf": r"%PDF-",
    "png": r"\x89PNG\r\n\x1a\n",
    "webp": r"RIFF....WEBP",
    "mp4": r"....ftyp",
    "mp3": r"ID3|\xff[\xf2\xf3\xfa\xfb]",
    **dict.fromkeys(("jpg", "jpeg"), r"\xff\xd8\xff"),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"), r"PK\x03\x04"),
    **dict.fromkeys(("doc", "xls", "ppt"), r"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
}
_BEGINNINGS = {suffix: re.compile(pattern.encode("latin-1"), re.S) for suffix, pattern in BEGINNINGS.items()}
TEXTS = {"txt", "md", "csv"}
_PAGE = re.compile(r"\s*<(?:!|\?xml|[a-z])", re.I)
_FORMULA = re.compile(r"[=\t\r]|@.*[(!|]|[-+](?![\d\s.,()/%–-]*\Z)")
_SAVE = "Save it again as {}, or give it the ending of what it is."


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for file in named_files(draft):
            if file.path in bank.files and (fault := _fault(bank.root / str(file.path))):
                message = f'names the file "{file.name}", which {fault[0]}'
                yield remark(draft, file.line, CODE, Severity.ERROR, message, fault[1])
        yield from _formulas(bank, draft)


def _fault(file: Path) -> tuple[str, str] | None:
    """What is wrong with a file that would be published, and what to do; ``None`` when nothing is."""
    suffix = PurePosixPath(file.name).suffix.lower().removeprefix(".")
    if suffix in TEXTS:
        return _text_fault(file.read_bytes(), suffix)
    with file.open("rb") as opened:
        start = opened.read(16)
    if suffix in _BEGINNINGS and not _BEGINNINGS[suffix].match(start):
        return f"is no {suffix.upper()} file", _SAVE.format(suffix.upper())
    return None


def _text_fault(data: bytes, suffix: str) -> tuple[str, str] | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "is not written in UTF-8", "Open it in an editor and save it again; choose UTF-8."
    if "\x00" in text or _PAGE.match(text):
        return "begins like a web page, or holds signs that no text has", _SAVE.format("plain text")
    if suffix == "csv" and (line := _first_formula(text)):
        return f"holds a formula in line {line}", _HINT_FORMULA
    return None


_HINT_FORMULA = "Put a word before the cell, or leave its first sign out; numbers with a sign may stay."


def _first_formula(text: str) -> int:
    """The line of the first row with a formula; 0 when there is none."""
    reader = csv.reader(io.StringIO(text))
    line = 1
    try:
        for row in reader:
            if any(_FORMULA.match(cell) for cell in row):
                return line
            line = reader.line_num + 1
    except csv.Error:
        return line
    return 0


def _formulas(bank: Bank, draft: Draft) -> Iterator[Diagnostic]:
    """A dataset's own table, which is published as it is."""
    path = str(draft.data.get("csv")) if draft.type == "dataset" else ""
    if path not in bank.files:
        return
    if line := _first_formula((bank.root / path).read_bytes().decode("utf-8-sig", "replace")):
        message = "holds a cell that a spreadsheet program would compute"
        yield Diagnostic(path, line, CODE, Severity.ERROR, message, _HINT_FORMULA, draft.uid)
