"""The whole bank as read: drafts of records, vocabulary, files, and everything that was wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import Vocabulary
from build_tools.settings import Settings
from build_tools.sources import clippings, markdown_files, pictures, tables, walk, withdrawn
from build_tools.sources.bibtex import read_bibtex
from build_tools.sources.draft import Draft
from build_tools.sources.text import read_text
from build_tools.sources.vocabulary import read_vocabulary
from build_tools.sources.vocabulary_findings import FOLDER as VOCABULARY
from build_tools.sources.withdrawn import Withdrawal

CODES = {
    "file-unused": "Nothing reads this file and no record names it, so it is not published.",
}

Found = tuple[list[Draft], list[Diagnostic]]

MARKDOWN_FOLDERS = {
    "content/case-studies": "case-study",
    "content/guides": "guide",
    "content/laws": "law",
    "content/toolkits": "toolkit",
    "content/periodical": "periodical",
    "content/pages": "page",
}
TABLE_FOLDERS = {"content/directory": "organisation", "content/glossary": "term"}
DATA_FOLDER = "content/data"
PLAIN = {"README.md", "LICENSE.md"}


@dataclass(frozen=True)
class Bank:
    """What the files hold.  ``files`` maps each path to its size in bytes; ``read`` are those that gave records.

    ``withdrawn``: id -> what was taken down, when and why; no draft has such an id.
    """

    root: Path
    settings: Settings
    vocabulary: Vocabulary
    drafts: tuple[Draft, ...]
    files: Mapping[str, int] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)


class _Reader:
    def __init__(self, root: Path, settings: Settings, files: Mapping[str, int]) -> None:
        self.root = root
        self.language = settings.language
        self.limits = settings.bank.limits
        self.files = files
        self.read: set[str] = set()

    def text(self, path: str) -> tuple[str | None, list[Diagnostic]]:
        self.read.add(path)
        table = PurePosixPath(path).suffix in (".csv", ".bib")
        return read_text(self.root / path, path, self.limits.table_bytes if table else self.limits.text_bytes)

    def file(self, path: str) -> Found:
        """The drafts of one file; nothing for a file that another one's reader takes along."""
        pure = PurePosixPath(path)
        folder = pure.parent.as_posix()
        if folder in MARKDOWN_FOLDERS and pure.suffix == ".md" and pure.name not in PLAIN:
            type_ = MARKDOWN_FOLDERS[folder]
            return self.one(path, lambda text: markdown_files.read_markdown(text, path, type_, self.language))
        if folder in TABLE_FOLDERS and pure.suffix == ".csv":
            type_ = TABLE_FOLDERS[folder]
            return self.one(path, lambda text: tables.read_records(text, path, type_, self.language))
        if folder == DATA_FOLDER and pure.suffix in (".yml", ".yaml"):
            return self.dataset(path)
        if folder.partition("/")[0] == "bibliography" and pure.suffix == ".bib":
            return self.one(path, lambda text: read_bibtex(text, path))
        return [], []

    def one(self, path: str, reader: Callable[[str], Found]) -> Found:
        text, found = self.text(path)
        return reader(text) if text is not None else ([], found)

    def dataset(self, path: str) -> Found:
        identity, language = markdown_files.split_name(path)
        table_path = str(PurePosixPath(path).with_name(f"{identity}.csv"))
        text, found = self.text(path)
        if text is None:
            return [], found
        table = None
        if table_path in self.files:
            table, found = self.text(table_path)
            if table is None:
                return [], found
        return tables.read_dataset(text, path, table, table_path, identity, language or self.language)


def read_bank(root: Path, settings: Settings) -> Bank:
    """Reads everything below ``root``."""
    files, diagnostics = walk.walk(root)
    vocabulary, found = read_vocabulary(root)
    diagnostics += found
    reader = _Reader(root, settings, files)
    drafts: list[Draft] = []
    for path in files:
        some, found = reader.file(path)
        drafts += some
        diagnostics += found
    some, found, taken = clippings.read_clippings(root, files, settings.language, settings.bank.limits)
    drafts += some
    diagnostics += found
    rows: list[withdrawn.Row] = []
    if withdrawn.FILE in files:
        text, found = reader.text(withdrawn.FILE)
        diagnostics += found
        rows, found = withdrawn.read_rows(text) if text is not None else ([], [])
        diagnostics += found
    named = ((draft, path) for draft in drafts for path in sorted(named_files(draft)) if path in files)
    diagnostics += pictures.unusable(root, named, settings.bank.limits.images)
    read = frozenset(reader.read | taken)
    diagnostics += _unused(files, read, drafts)
    kept, gone, found = withdrawn.take_down(drafts, rows)
    diagnostics += found
    return Bank(root, settings, vocabulary, tuple(kept), files, read, tuple(diagnostics), gone)


def _unused(files: Iterable[str], read: frozenset[str], drafts: Iterable[Draft]) -> list[Diagnostic]:
    named = {name for draft in drafts for name in named_files(draft)}
    return [
        Diagnostic(
            path,
            0,
            "file-unused",
            Severity.NOTICE,
            "is read by nothing and named by no record",
            "Move it to the folder of its kind, name it in a record, or delete it.",
        )
        for path in files
        if path not in read
        and path not in named
        and PurePosixPath(path).name not in PLAIN
        and not path.startswith(VOCABULARY)
    ]


def named_files(draft: Draft) -> set[str]:
    """Paths, relative to the bank, of the files that a draft names in its fields or its body."""
    folder = PurePosixPath(draft.ref.path).parent
    names = [t.value.partition("#")[0] for t in draft.body.targets if t.kind in ("file", "image")] if draft.body else []
    for group in ("files", "tools"):
        values = draft.data.get(group)
        names += (
            [v["file"] for v in values if isinstance(v, dict) and isinstance(v.get("file"), str)]
            if isinstance(values, list)
            else []
        )
    return {path for name in names if (path := inside(folder, name))}


def inside(folder: PurePosixPath, name: str) -> str | None:
    """``name`` relative to ``folder`` as a path of the bank; ``None`` when it would leave the bank."""
    parts: list[str] = []
    for part in (*folder.parts, *PurePosixPath(name).parts):
        if part in ("/", "\\") or "\\" in part:
            return None
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
