"""Every text of the bank that the detectors of identity read, and the records that it is shown with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from build_tools import identity
from build_tools.checks._fields import named_files, texts
from build_tools.identity import Finding, Known, Public
from build_tools.images import read_bytes
from build_tools.settings import FILE as SETTINGS
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft
from build_tools.sources.text import MAX_TABLE_BYTES, read_text

DOCUMENTS = {".pdf", *identity.OFFICE}
TEXTS = {".md", ".txt", ".csv", ".yml", ".yaml", ".bib"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text from the line ``first`` of the file ``path``; 0: of a document, whose lines nobody counts."""

    path: str
    first: int
    text: str

    def line(self, finding: Finding) -> int:
        return finding.line(self.text, self.first) if self.first else 0


def passages(bank: Bank) -> Iterator[Passage]:
    """All text files and documents, and fields that are written with escapes as readers will see them."""
    escaped = set()
    for path in (*bank.files, SETTINGS):
        if PurePosixPath(path).suffix.lower() in TEXTS:
            text, _unread = read_text(bank.root / path, path, MAX_TABLE_BYTES)
            if text:
                yield Passage(path, 1, text)
                escaped |= {path} if "\\" in text else set()
        elif PurePosixPath(path).suffix.lower() in DOCUMENTS:
            data = read_bytes(bank.root / path)
            if isinstance(data, bytes):
                yield Passage(path, 0, identity.words_of(data, PurePosixPath(path).suffix.lower()))
    for draft in bank.drafts:
        if draft.ref.path in escaped:
            yield from (Passage(draft.ref.path, line, text) for text, line in texts(draft))


class Records:
    """Which records are shown with a file, or with a line of it where one file holds many."""

    def __init__(self, bank: Bank) -> None:
        self._lines: dict[str, list[tuple[int, Draft]]] = {}
        self._files: dict[str, list[Draft]] = {}
        for draft in bank.drafts:
            self._lines.setdefault(draft.ref.path, []).append((draft.ref.line, draft))
            for path in dict.fromkeys(_beside(draft)):
                self._files.setdefault(_small_ending(path), []).append(draft)
        for rows in self._lines.values():
            rows.sort(key=lambda row: row[0])

    def at(self, path: str, line: int = 1) -> list[Draft]:
        """The records for which ``line`` of ``path`` is shown; none when nothing shows it."""
        rows = self._lines.get(path, [])
        above = bisect_right([first for first, _ in rows], max(line, 1))
        return [*(draft for _, draft in rows[max(above - 1, 0) : above]), *self._files.get(_small_ending(path), ())]

    def uids(self, path: str, line: int = 1) -> list[str]:
        """The uids of the records for which ``line`` of ``path`` is shown."""
        return list(dict.fromkeys(draft.uid for draft in self.at(path, line)))

    def unreviewed(self, path: str, line: int = 1) -> list[str]:
        """Those of them that two people have yet to look at; one empty uid when no record shows the line."""
        shown = self.at(path, line)
        waiting = [draft.uid for draft in shown if draft.record is None or not draft.record.identity_review]
        return list(dict.fromkeys(waiting)) if shown else [""]


def _small_ending(path: str) -> str:
    """``path`` with its ending in small letters: ``x.TXT`` stands beside the scan ``x.jpg`` as ``x.txt`` does."""
    return str(PurePosixPath(path).with_suffix(PurePosixPath(path).suffix.lower()))


def _beside(draft: Draft) -> Iterator[str]:
    """Files that are shown with a draft beside the one that it was read from."""
    if draft.scan:
        scan = PurePosixPath(draft.scan.path)
        yield from {draft.scan.path, str(scan.with_suffix(".txt"))} - {draft.ref.path}
    if isinstance(table := draft.data.get("csv"), str):
        yield table
    yield from (file.path for file in named_files(draft) if file.path)


def public(bank: Bank) -> Public:
    """The telephone numbers and addresses that the directory lists."""
    listed = [draft.data for draft in bank.drafts if draft.type == "organisation"]
    return identity.public(
        (str(data["phone"]) for data in listed if data.get("phone")),
        (str(data["email"]) for data in listed if data.get("email")),
        (str(draft.data["isbn"]) for draft in bank.drafts if draft.data.get("isbn")),
    )


def known(bank: Bank) -> Known:
    """The words of the bank that are no person's: of places, newspapers, labels, organisations and terms."""
    return identity.known(_names(bank))


def _names(bank: Bank) -> Iterator[str]:
    words = bank.vocabulary
    for place in words.places.values():
        yield from (*place.names.values(), *place.aliases, *place.former, place.seat)
    for newspaper in words.newspapers.values():
        yield from (newspaper.name, newspaper.native)
    for concepts in (words.themes, words.occupations, words.materials):
        for concept in concepts.values():
            yield from (*concept.labels.values(), *(t for ts in concept.triggers.values() for t in ts))
    for draft in bank.drafts:
        if draft.type in ("organisation", "term"):
            titles = draft.data.get("titles")
            yield from map(str, (draft.data.get("title"), *(titles.values() if isinstance(titles, dict) else ())))
