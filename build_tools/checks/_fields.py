"""Values of drafts, found whether or not the draft as a whole is right, so that one run shows all faults."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from build_tools import markdown
from build_tools.markdown import Document, Target
from build_tools.sources.bank import Bank, inside
from build_tools.sources.draft import Draft
from build_tools.sources.yaml_text import KeyPath

# Texts beside the body in which a record may be cited or linked.
PROSE = ("definition", "activities", "method", "limits")
PROSE_OF_PARTS = (("steps", "text"), ("steps", "outcome"), ("tools", "summary"))
# What readers make themselves, or what only repeats other fields.
MADE = {"id", "type", "csl", "bibtex", "rows", "csv", "scan", "transcription"}


def listed(draft: Draft, name: str) -> Iterator[tuple[str, int]]:
    """Each text in a field that holds one or several, with its line; values that are wrong in form are left out.

    A year may be typed as a number.
    """
    value = draft.data.get(name)
    wrong = {problem.field for problem in draft.problems}
    for at, item in enumerate(value if isinstance(value, list | tuple) else [value]):
        text = str(item) if isinstance(item, int) and not isinstance(item, bool) else item
        if isinstance(text, str) and text and not wrong & {name, f"{name}.{at}"}:
            yield text, draft.line(name, at)


def parts(draft: Draft, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each mapping in a list of mappings, with its place in the list."""
    value = draft.data.get(name)
    for at, item in enumerate(value if isinstance(value, list | tuple) else [value]):
        if isinstance(item, dict):
            yield at, item


def texts(draft: Draft) -> Iterator[tuple[str, int]]:
    """Every text in the fields of a draft, however deep, with its line."""
    for name, value in draft.data.items():
        if name not in MADE:
            yield from _texts(draft, value, (name,))


def _texts(draft: Draft, value: Any, path: KeyPath) -> Iterator[tuple[str, int]]:
    if isinstance(value, str):
        yield value, draft.line(*path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(draft, item, (*path, key))
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from _texts(draft, item, (*path, at))


def targets(draft: Draft) -> Iterator[Target]:
    """Everything that the body and the longer texts of a draft point to."""
    if draft.body:
        yield from draft.body.targets
    for text, line in _prose(draft):
        for target in _parsed(text).targets if "[" in text else ():
            yield Target(target.kind, target.value, line, target.text)


def _prose(draft: Draft) -> Iterator[tuple[str, int]]:
    for name in PROSE:
        if isinstance(found := draft.data.get(name), str):
            yield found, draft.line(name)
    for group, name in PROSE_OF_PARTS:
        for at, part in parts(draft, group) if group in draft.data else ():
            if isinstance(found := part.get(name), str):
                yield found, draft.line(group, at, name)


@lru_cache(maxsize=20_000)
def _parsed(text: str) -> Document:
    return markdown.parse(text)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a draft names as ``name``; ``path`` within the bank, ``None`` when it would leave the bank."""

    name: str
    path: str | None
    line: int


def named_files(draft: Draft) -> Iterator[NamedFile]:
    """The files that a draft names in its body and among its soft copies and tools."""
    folder = PurePosixPath(draft.ref.path).parent
    for target in draft.body.targets if draft.body else ():
        if target.kind == "file" or (target.kind == "image" and not markdown.scheme_of(target.value)):
            name = target.value.partition("#")[0]
            yield NamedFile(name, inside(folder, name), target.line)
    for group in ("files", "tools"):
        for at, part in parts(draft, group):
            if isinstance(file := part.get("file"), str):
                yield NamedFile(file, inside(folder, file), draft.line(group, at, "file"))


def table(draft: Draft) -> tuple[list[str], list[list[str]]]:
    """Names of the columns of a dataset and its rows, each as long as the names; empty when they do not match."""
    names = [str(column.get("name")) for _, column in parts(draft, "columns")]
    rows = [row for row in draft.data.get("rows") or () if len(row) == len(names)]
    return names, rows


def row_line(draft: Draft, at: int) -> int:
    """The line in the dataset's CSV of the row at ``at``."""
    return draft.lines.get(("rows", at), at + 2)


def first_day(date: str) -> str:
    """The first day of an EDTF date, to compare with a day: ``2019-03`` is ``2019-03-01``."""
    return date.partition("/")[0] + "-01-01"[len(date.partition("/")[0]) - 4 :]


def last_day(date: str) -> str:
    """The last day that an EDTF date can mean; ``2019-02`` may be ``2019-02-31``, which is later than its last."""
    last = date.rpartition("/")[2]
    return last + "-12-31"[len(last) - 4 :]


def to_number(cell: str) -> float | None:
    """A cell of a table as a finite number; thousands may be marked by commas."""
    try:
        number = float(cell.replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def ids(bank: Bank) -> set[str]:
    """All ids that can be linked to: of drafts, right or wrong, of what is withdrawn, and of files too broken for one.

    A record with an error is on its way; that others link to it is no second error.
    """
    broken = {PurePosixPath(d.path) for d in bank.diagnostics if d.path in bank.read}
    named = {path.name.partition(".")[0] for path in broken if path.suffix not in (".csv", ".bib")}
    return {draft.id for draft in bank.drafts if draft.id} | named | set(bank.withdrawn)
