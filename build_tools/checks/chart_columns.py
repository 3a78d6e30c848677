"""A chart shows columns that the table does not have, or that hold no numbers.

Why: the picture would be empty, or show something else than the table.

A map's label is a column of place ids.

To mend: name the columns as they are headed in the table.  Numbers have digits, a point for decimals and, if you
like, commas for thousands; an empty cell is left out of the picture.

Example::

    content/data/data-census.yml:20: error[chart-columns] the chart's value is the column "nubmer", which is not there
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from build_tools.checks import remark
from build_tools.checks._fields import parts, row_line, table, to_number
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft

CODE = "chart-columns"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    for draft in bank.drafts:
        for at, chart in parts(draft, "charts") if draft.type == "dataset" else ():
            yield from _missing(draft, at, chart) or [*_values(draft, at, chart), *_places(bank, draft, at, chart)]


def _where(chart: Mapping[str, Any]) -> Mapping[str, Any]:
    where = chart.get("where")
    return where if isinstance(where, dict) else {}


def _missing(draft: Draft, at: int, chart: Mapping[str, Any]) -> list[Diagnostic]:
    names, _ = table(draft)
    used = [(role, chart[role]) for role in ("label", "value") if isinstance(chart.get(role), str)]
    used += [("where", name) for name in _where(chart)]
    return [
        remark(
            draft,
            draft.line("charts", at, role),
            CODE,
            Severity.ERROR,
            f'the chart\'s {role} is the column "{name}", which is not there',
            Nearest(names).hint(name, f"The columns are: {', '.join(names)}."),
        )
        for role, name in used
        if name not in names
    ]


def _values(draft: Draft, at: int, chart: Mapping[str, Any]) -> list[Diagnostic]:
    names, rows = table(draft)
    if chart.get("value") not in names or (draft.data.get("rows") and not rows):
        return []  # reported as field-missing, or by the reader because the table has other columns
    column = names.index(chart["value"])
    wanted = {names.index(name): value for name, value in _where(chart).items()}
    chosen = [(n, row[column]) for n, row in enumerate(rows) if all(row[i] == v for i, v in wanted.items())]
    if not any(to_number(cell) is not None for _, cell in chosen):
        hint = "Look at value and where: no row that is chosen has a number there."
        return [remark(draft, draft.line("charts", at), CODE, Severity.ERROR, "the chart has nothing to show", hint)]
    words = [(n, cell) for n, cell in chosen if cell and to_number(cell) is None]
    return [_no_number(draft, n, cell, chart["value"]) for n, cell in words[:1]]


def _places(bank: Bank, draft: Draft, at: int, chart: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """A map's label column holds ids of places; the first that is none is named."""
    names, rows = table(draft)
    if chart.get("kind") != "map" or chart.get("label") not in names:
        return
    column = names.index(chart["label"])
    for n, row in enumerate(rows):
        if row[column] and row[column] not in bank.vocabulary.places:
            message = f'the map has no place "{row[column]}", which stands in the column "{chart["label"]}"'
            hint = "Write ids of places in that column, as in content/vocabulary/places: IN-RJ."
            path = str(draft.data.get("csv"))
            yield Diagnostic(path, row_line(draft, n), CODE, Severity.WARNING, message, hint, draft.uid)
            return


def _no_number(draft: Draft, row: int, cell: str, column: str) -> Diagnostic:
    message = f'the cell "{cell}" in the column "{column}" is no number, so the chart leaves it out'
    hint = "Write digits only; words about the figure go into another column, and unknown figures stay empty."
    path = str(draft.data.get("csv"))
    return Diagnostic(path, row_line(draft, row), CODE, Severity.WARNING, message, hint, draft.uid)
