"""What the tool has to say about a file, as values, and the three ways to print them.

A diagnostic is never raised: readers and rules return them, the pipeline collects all of them, and only the
command line prints.  Messages are plain sentences; the hint says what to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """``error`` withholds a record, ``warning`` fails ``--strict``, ``notice`` never fails anything."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark on one line of one file.

    ``path`` is relative to the bank, with forward slashes; ``line`` counts from 1 (0: the file as a whole).
    ``subject`` is the uid of the record that an error withholds (``id`` or ``id.lang``); empty when the
    remark is about a file that gave no record.
    """

    path: str
    line: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    subject: str = ""

    def sort_key(self) -> tuple[str, int, str, str]:
        return (self.path, self.line, self.code, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and line, each said once."""
    return sorted(set(diagnostics), key=Diagnostic.sort_key)


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(1 for d in diagnostics if d.severity is severity)


def fails(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """True when a check of these ends with exit code 1."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(d.severity in bad for d in diagnostics)


def visible(text: str) -> str:
    """``text`` on one line and without control or bidirectional-override characters (they could forge output).

    The two joiners stay: Hindi is written with them.
    """
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else f"\\u{ord(c):04x}" for c in text.replace("\n", " "))


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """``file:line: severity[code] message`` and an indented hint, as compilers print it."""
    rows = []
    for d in in_order(diagnostics):
        place = f"{d.path}:{d.line}" if d.line else d.path
        rows.append(f"{visible(place)}: {d.severity}[{d.code}] {visible(d.message)}")
        if d.hint:
            rows.append(f"    {visible(d.hint)}")
    return "\n".join(rows)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON array of objects with the fields of :class:`Diagnostic`; what cannot be printed is escaped."""
    text = json.dumps([asdict(d) for d in in_order(diagnostics)], ensure_ascii=False, indent=2)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub shows beside the changed line."""

    def escaped(text: str, *, prop: bool = False) -> str:
        text = visible(text).replace("%", "%25")
        return text.replace(":", "%3A").replace(",", "%2C") if prop else text

    rows = []
    for d in in_order(diagnostics):
        where = f"file={escaped(d.path, prop=True)},line={max(d.line, 1)},title={escaped(d.code, prop=True)}"
        rows.append(f"::{d.severity} {where}::{escaped(d.message)}{'%0A' + escaped(d.hint) if d.hint else ''}")
    return "\n".join(rows)


PRINTERS = {"text": as_text, "json": as_json, "github": as_github}
