"""Records that are taken down: by a field of their own, or by a row of ``content/withdrawn.csv`` (id, date, reason).

A row may name the ``type`` of the record as well; then its notice keeps its address when the file itself is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import RECORD_TYPES, SLUG, Withdrawn
from build_tools.sources.draft import Draft
from build_tools.sources.tables import rows_of
from build_tools.sources.text import error

FILE = "content/withdrawn.csv"
CODES = {
    "withdrawn-row": "A row of content/withdrawn.csv lacks an id, a date or a reason, or has one in no right form.",
    "withdrawn-unknown": "A row of content/withdrawn.csv names an id that no record has, and not its type.",
}
_COLUMNS = {"id", "date", "reason"}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Of which ``type`` a record was that is taken down, since when (EDTF), and why, in words for readers."""

    type: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, with its line; ``type`` may be empty."""

    id: str
    line: int
    type: str
    date: str
    reason: str


def read_rows(text: str) -> tuple[list[Row], list[Diagnostic]]:
    """The rows of the table, and what is wrong with others."""
    header, rows, found = rows_of(text, FILE)
    if header and not set(header) >= _COLUMNS:
        hint = "Name the columns id,date,reason in the first line; a column type may follow."
        return [], [*found, error(FILE, 1, "withdrawn-row", "has no columns id, date and reason", hint)]
    read = [_row(dict(zip(header, cells, strict=True)), line) for line, cells in rows]
    return [r for r in read if isinstance(r, Row)], [*found, *(r for r in read if isinstance(r, Diagnostic))]


def _row(cells: Mapping[str, str], line: int) -> Row | Diagnostic:
    hint = "Write the id of the record, a day such as 2026-01-31, and the reason in a few words."
    if not SLUG.fullmatch(cells["id"]):
        return error(FILE, line, "withdrawn-row", "has no id of a record", hint)
    if cells.get("type") and cells["type"] not in RECORD_TYPES:
        known = ", ".join(RECORD_TYPES)
        return error(FILE, line, "withdrawn-row", "names a type that no record has", f"Use one of: {known}.")
    said = _read({"date": cells["date"], "reason": cells["reason"]})
    if said is None:
        return error(FILE, line, "withdrawn-row", "has no date, or gives no reason", hint)
    return Row(cells["id"], line, cells.get("type", ""), said.date, said.reason)


def _read(value: Any) -> Withdrawn | None:
    try:
        return Withdrawn.model_validate(value)
    except ValidationError:
        return None


def take_down(
    drafts: Iterable[Draft], rows: Iterable[Row]
) -> tuple[list[Draft], dict[str, Withdrawal], list[Diagnostic]]:
    """The drafts that stay, what is withdrawn by id, and the rows that name nothing.

    All languages of a record go together.  A draft whose own field is wrong stays, with pydantic's finding about it,
    and is not published for that reason.
    """
    drafts = list(drafts)
    types = {draft.id: draft.type for draft in reversed(drafts)}
    gone: dict[str, Withdrawal] = {}
    found: list[Diagnostic] = []
    for row in rows:
        if type_ := row.type or types.get(row.id, ""):
            gone.setdefault(row.id, Withdrawal(type_, row.date, row.reason))
        else:
            hint = "Look at the spelling; if the record's file is deleted, add a column type with its type."
            message = f'withdraws "{row.id}", which no record is called'
            found.append(Diagnostic(FILE, row.line, "withdrawn-unknown", Severity.WARNING, message, hint))
    for draft in drafts:
        if said := _read(draft.data.get("withdrawn")):
            gone.setdefault(draft.id, Withdrawal(draft.type, said.date, said.reason))
    return [draft for draft in drafts if draft.id not in gone], dict(sorted(gone.items())), found
