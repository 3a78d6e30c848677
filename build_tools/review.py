"""What needs a person, the most valuable first.  Pure: a catalogue and some findings in, a list of tasks out.

The order of kinds is fixed and documented (README.md); within a kind it is that of files and ids.  A task about a text
that may make somebody known names the file and never what was found there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from build_tools.catalogue import Catalogue, Entry
from build_tools.diagnostics import Diagnostic
from build_tools.model import Clipping, Label

IDENTITY, STALE = "identity", "stale"
UNREAD, QUARANTINED, INCOMPLETE, UNSURE = "unread", "quarantined", "incomplete", "unsure"
UNVERIFIED, SECOND_READER, MACHINE_TEXT = "unverified", "second-reader", "machine-text"

KINDS = {
    IDENTITY: "texts and pictures that may make a person known, and are not published",
    UNREAD: "scans that could not be read, so nobody finds them by their words",
    QUARANTINED: "readings too unsure to be shown",
    STALE: "organisations not verified for a year: somebody in need may be calling",
    INCOMPLETE: "clippings and case studies without a date or a place",
    UNSURE: "labels of which the machine is not sure",
    UNVERIFIED: "records marked as not verified",
    SECOND_READER: "texts typed by one person and compared by nobody else",
    MACHINE_TEXT: "texts read by the machine and corrected by nobody",
}
"""Kinds of tasks in their order, each in words."""

SURE_LABEL = 0.7
"""Labels of the machine that score less are worth a look; it gives none below 0.5."""
DATED_AND_PLACED = ("clipping", "case-study")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.  ``path`` and ``line`` (0: the file as a whole) say where; ``uid`` of the record, if any."""

    kind: str
    path: str
    uid: str
    why: str
    todo: str
    line: int = 0

    @property
    def record(self) -> str:
        return self.uid.rpartition(".")[0]


def tasks(catalogue: Catalogue, findings: Sequence[Diagnostic]) -> list[Task]:
    """All that needs a person.  ``findings``: those of identity and of stale organisations; others are passed over."""
    found = [*_of_identity(findings), *_stale(findings)]
    for entry in catalogue.entries.values():
        original = catalogue.find(entry.id) is entry
        found += [task for rule in _RULES if original or rule not in _ORIGINALS for task in rule(entry)]
    order = list(KINDS)
    return sorted(found, key=lambda t: (order.index(t.kind), t.path, t.line, t.uid))


# --- Findings --------------------------------------------------------------------------------------------


def _of_identity(findings: Iterable[Diagnostic]) -> Iterator[Task]:
    """One task for each file and record, however many findings it has."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in findings:
        if diagnostic.code.startswith("identity-"):
            groups.setdefault((diagnostic.path, diagnostic.subject), []).append(diagnostic)
    for (path, uid), group in groups.items():
        why = "; ".join(dict.fromkeys(d.message for d in group))
        yield Task(IDENTITY, path, uid, why, group[0].hint, group[0].line)


def _stale(findings: Iterable[Diagnostic]) -> Iterator[Task]:
    for d in findings:
        if d.code == "organisation-stale":
            yield Task(STALE, d.path, d.subject, d.message, d.hint, d.line)


# --- Records ---------------------------------------------------------------------------------------------


def _unread(entry: Entry) -> Iterator[Task]:
    if entry.unread and entry.scan:
        text = beside(entry, ".txt")
        todo = f"Mend or replace the scan, then: kb ocr {entry.scan.path}; or type its text into {text}"
        yield _task(UNREAD, entry, entry.unread, todo)


def _quarantined(entry: Entry) -> Iterator[Task]:
    if kept := entry.quarantined:
        why = f"was read as {kept.words} words, {int(kept.confidence)} % sure, which is too little to be shown"
        todo = f"kb new transcription {entry.id}, then correct it; or replace the scan with a better one"
        yield _task(QUARANTINED, entry, why, todo)


def _incomplete(entry: Entry) -> Iterator[Task]:
    if missing := lacking(entry):
        names = " and ".join({"date": "date", "regions": "place"}[name] for name in missing)
        fields = " and ".join(f"{name}:" for name in missing)
        yield _task(INCOMPLETE, entry, f"has no {names}, by hand or by machine", f"Add {fields} to {edited(entry)}")


def lacking(entry: Entry) -> list[str]:
    """Which of ``date`` and ``regions`` nobody has given a clipping or case study; ``regions: []`` is given."""
    if entry.type not in DATED_AND_PLACED:
        return []
    there = {"date": entry.date, "regions": entry.values("regions") or entry.record.regions is not None}
    return [name for name in there if not there[name]]


def _unsure(entry: Entry) -> Iterator[Task]:
    if labels := unsure(entry):
        said = ", ".join(f"{label.axis} {label.value} ({label.score * 100:.0f} %)" for label in labels)
        axes = " and ".join(dict.fromkeys(f"{label.axis}:" for label in labels))
        todo = f"Write {axes} as it is into {edited(entry)}"
        yield _task(UNSURE, entry, f"was labelled by the machine: {said}", todo)


def unsure(entry: Entry) -> list[Label]:
    """The machine's labels of an entry that are worth a look."""
    return [label for label in entry.labels if label.origin == "machine" and label.score < SURE_LABEL]


def _unverified(entry: Entry) -> Iterator[Task]:
    if not entry.record.verified:
        todo = f"Look it up at its source, then take its mark (verified: false) out of {edited(entry)}"
        yield _task(UNVERIFIED, entry, "is marked as not verified", todo)


def _second_reader(entry: Entry) -> Iterator[Task]:
    record = entry.record
    if isinstance(record, Clipping) and record.transcription and not record.checked:
        by = f"by {record.transcribed.by}, {record.transcribed.date}" if record.transcribed else "by nobody knows whom"
        todo = f"Compare it with the scan, then add to {edited(entry)}: checked: {{by: YOUR NAME, date: THE DAY}}"
        yield _task(SECOND_READER, entry, f"was typed {by}, and compared with the scan by nobody else", todo)


def _machine_text(entry: Entry) -> Iterator[Task]:
    if entry.reading and not (isinstance(entry.record, Clipping) and entry.record.transcription):
        why = f"was read by the machine, {int(entry.reading.confidence)} % sure, and corrected by nobody"
        yield _task(MACHINE_TEXT, entry, why, f"kb new transcription {entry.id}, then correct it")


_RULES: tuple[Callable[[Entry], Iterator[Task]], ...] = (
    _unread, _quarantined, _incomplete, _unsure, _unverified, _second_reader, _machine_text,
)  # fmt: skip
# A translation has the labels of its original; one look is enough.
_ORIGINALS = (_incomplete, _unsure)


def _task(kind: str, entry: Entry, why: str, todo: str) -> Task:
    return Task(kind, entry.ref.path, entry.record.uid, why, todo, 0 if entry.scan else entry.ref.line)


def edited(entry: Entry) -> str:
    """The file in which a person corrects the fields of an entry; of a scan alone, one that is still to be made."""
    return beside(entry, ".yml") if entry.scan else entry.ref.path


def beside(entry: Entry, suffix: str) -> str:
    """The file beside an entry's scan that ends in ``suffix``."""
    assert entry.scan is not None
    return str(PurePosixPath(entry.scan.path).with_suffix(suffix))


# --- Printers --------------------------------------------------------------------------------------------


def as_text(found: Sequence[Task]) -> str:
    """The tasks for people: each kind with its count, each task in two lines."""
    rows: list[str] = []
    for kind, words in KINDS.items():
        group = [task for task in found if task.kind == kind]
        rows += [f"{kind} ({len(group)}): {words}"] if group else []
        rows += [f"  {_place(task)} {task.why}\n      {task.todo}" for task in group]
    return "\n".join(rows) or "nothing needs a person"


def _place(task: Task) -> str:
    return ":".join(filter(None, (task.path, str(task.line or ""), task.record and f" {task.record}"))) + ":"


def as_json(found: Sequence[Task]) -> str:
    """The tasks for programs: a list in the same order."""
    return json.dumps([{**asdict(task), "record": task.record} for task in found], ensure_ascii=False, indent=2)


PRINTERS = {"text": as_text, "json": as_json}
