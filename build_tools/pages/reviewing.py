"""The curators' page: what needs a person, each kind with its first tasks and a page for more of them.

What may make a person known is only counted here: a public list of it would lead to what nobody should find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools import review
from build_tools.catalogue import Entry
from build_tools.pages import paths, words
from build_tools.pages.desk import Desk
from build_tools.pages.writer import Page
from build_tools.review import Task

SHOWN = 4  # tasks of each kind on the first page

# What each kind is called, and what is to be done.
SAID = {
    review.IDENTITY: (
        words.N_("Texts and pictures that may make a person known"),
        words.N_("They are not published, and not listed here. The command names the files."),
    ),
    review.UNREAD: (
        words.N_("Scans that nothing could read"),
        words.N_("Send a better scan, or type the text into a .txt of the same name."),
    ),
    review.QUARANTINED: (
        words.N_("Scans of which too little could be read"),
        words.N_("Type the text into a .txt of the same name, or send a better scan."),
    ),
    review.STALE: (
        words.N_("Organisations not verified for a year"),
        words.N_("Look at the organisation's own page, and write today's date into verified_on."),
    ),
    review.INCOMPLETE: (
        words.N_("Records without a date or a place"),
        words.N_("Add date: or regions: to the file."),
    ),
    review.UNSURE: (
        words.N_("Labels of which the program is not sure"),
        words.N_("Read the record and write the right labels into its file; yours always count."),
    ),
    review.UNVERIFIED: (
        words.N_("Records marked as not verified"),
        words.N_("Look it up at its source, then take the mark out of the file."),
    ),
    review.SECOND_READER: (
        words.N_("Typed texts that nobody else has compared"),
        words.N_("Compare text and scan, then add to the file as checked: your name and the day."),
    ),
    review.MACHINE_TEXT: (
        words.N_("Texts that only a program has read"),
        words.N_("Compare text and scan, and save the corrected text as a .txt of the same name."),
    ),
}


@dataclass(frozen=True)
class Line:
    """One task on a page: the record, if it can be seen; its file, the forge's form for it, and what is doubtful."""

    entry: Entry | None
    file: str
    edit: str
    detail: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of tasks: ``rest`` of them stand on no page, only in the command's list."""

    id: str
    name: str
    todo: str
    count: int
    lines: tuple[Line, ...]
    path: str = ""

    @property
    def rest(self) -> int:
        return self.count - len(self.lines)


class Reviewing(Desk):
    """The curators' pages in one language."""

    def pages(self) -> Iterator[Page]:
        groups = {kind: [t for t in self.writer.tasks if t.kind == kind] for kind in review.KINDS}
        found = [self.kind(kind, group, SHOWN) for kind, group in groups.items() if group]
        yield self.write("review.html", paths.REVIEW, self.t(words.N_("What needs a person")), kinds=found)
        for kind, group in groups.items():
            if kind != review.IDENTITY and len(group) > SHOWN:
                whole = self.kind(kind, group, self.size // 2)
                yield self.write("review-kind.html", paths.review_path(kind), whole.name, kind=whole)

    def kind(self, kind: str, group: Sequence[Task], most: int) -> Kind:
        name, todo = map(self.t, SAID[kind])
        shown = () if kind == review.IDENTITY else tuple(map(self.line, group[:most]))
        path = paths.review_path(kind) if len(group) > SHOWN and shown else ""
        return Kind(kind, name, todo, len(group), shown, path)

    def line(self, task: Task) -> Line:
        entry = self.catalogue.entries.get(task.uid)
        edit = self.writer.forge.edit_file(task.path)
        return Line(entry, task.path, edit, self.detail(task.kind, entry) if entry else "")

    def detail(self, kind: str, entry: Entry) -> str:
        """What is doubtful in a record, in the page's language."""
        if kind == review.UNSURE:
            named = (self.writer.value_name(label.axis, label.value, self.language) for label in review.unsure(entry))
            return ", ".join(named)
        if kind == review.STALE:
            return words.readable_date(getattr(entry.record, "verified_on", None), self.language)
        return ""
