"""CSV tables: a row is a record (organisations, terms), or the rows are a dataset's figures.

Several values in a cell are separated by ``|``; a column ``title_hi`` is the title in that language.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from build_tools.diagnostics import Diagnostic
from build_tools.model import RECORD_TYPES, SourceRef
from build_tools.sources.draft import Draft, validate
from build_tools.sources.text import error
from build_tools.sources.yaml_text import load_yaml

CODES = {
    "table-header": "The first line of a table names its columns, each once.",
    "table-row": "A row has more or fewer cells than the header; often a comma in a cell without quotes.",
    "table-size": "A table has more than 50,000 rows or 500,000 cells.",
    "table-columns": "The table lacks a column that the record describes, or has one that it does not.",
    "table-missing": "A dataset's description has no CSV beside it.",
}

_TRANSLATED = re.compile(r"title_([a-z]{2,3})")
_BOOLEANS = {"true": True, "false": False, "yes": True, "no": False}
MAX_ROWS, MAX_CELLS = 50_000, 500_000
Row = tuple[int, list[str]]


def rows_of(text: str, path: str) -> tuple[list[str], list[Row], list[Diagnostic]]:
    """Header, rows with their first line, and what is wrong with single rows (which are then left out)."""
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row] = []
    line, left = 1, MAX_CELLS
    try:
        for cells in reader:
            left -= len(cells)
            if left < 0 or len(rows) > MAX_ROWS:
                message = f"has more than {MAX_ROWS:,} rows or {MAX_CELLS:,} cells"
                return [], [], [error(path, line, "table-size", message, "Split the table into several files.")]
            if any(c.strip() for c in cells):
                rows.append((line, [c.strip() for c in cells]))
            line = reader.line_num + 1
    except csv.Error as problem:
        hint = 'Put a cell that holds a comma or a quotation mark in double quotes, and double the marks inside: "".'
        return [], [], [error(path, line, "table-row", f"cannot be read as CSV: {problem}", hint)]
    header = rows[0][1] if rows else []
    if not header or len(set(header)) != len(header) or "" in header:
        hint = "Give each column one name of its own."
        return [], [], [error(path, 1, "table-header", "has no header, or names a column twice", hint)]
    good, found = [], []
    for number, cells in rows[1:]:
        if len(cells) == len(header):
            good.append((number, cells))
        else:
            message = f"has {len(cells)} cells where the header has {len(header)}"
            found.append(error(path, number, "table-row", message, "Put cells that hold a comma in double quotes."))
    return header, good, found


@cache
def _kinds(type_: str) -> Mapping[str, str]:
    """Field -> ``array``, ``boolean``, ``integer`` or ``string``, from the model's schema."""
    properties = RECORD_TYPES[type_].model_json_schema()["properties"]
    return {name: _kind(schema) for name, schema in properties.items()}


def _kind(schema: Mapping[str, Any]) -> str:
    choices = [schema, *schema.get("anyOf", ())]
    return next((c["type"] for c in choices if c.get("type") not in (None, "null")), "string")


def _cell(text: str, kind: str) -> Any:
    if kind == "array":
        return [part.strip() for part in text.split("|") if part.strip()]
    if kind == "boolean":
        return _BOOLEANS.get(text.lower(), text)
    return int(text) if kind == "integer" and text.isdecimal() else text


def read_records(text: str, path: str, type_: str, default_language: str) -> tuple[list[Draft], list[Diagnostic]]:
    """One draft for each row of a table of ``type_`` records."""
    header, rows, found = rows_of(text, path)
    return [_record(header, row, path, type_, default_language) for row in rows], found


def _record(header: list[str], row: Row, path: str, type_: str, default_language: str) -> Draft:
    line, cells = row
    data: dict[str, Any] = {"type": type_, "language": default_language}
    titles: dict[str, str] = {}
    for name, text in zip(header, cells, strict=True):
        if not text:
            continue
        if match := _TRANSLATED.fullmatch(name):
            titles[match[1]] = text
        else:
            data[name] = _cell(text, _kinds(type_).get(name, "string"))
    if titles:
        data.setdefault("titles", titles)
    return validate(type_, data, SourceRef(path, line), {})


def read_dataset(
    yml: str, path: str, table: str | None, table_path: str, identity: str, language: str
) -> tuple[list[Draft], list[Diagnostic]]:
    """The draft of a dataset: ``yml`` describes it, ``table`` (``None``: not there) holds its figures."""
    data, lines, found = load_yaml(yml, path)
    if found or not isinstance(data, dict):
        return [], found or [error(path, 1, "table-columns", "describes no dataset", "Write fields as name: value.")]
    uid = f"{identity}.{language}"
    if table is None:
        hint = f"Add {table_path}, or remove this description."
        return [], [error(path, 1, "table-missing", "has no table beside it", hint, uid)]
    header, rows, found = rows_of(table, table_path)
    found = [replace(d, subject=uid) for d in found]  # figures that lack a row are not published
    names = list(_column_names(data))
    for name in [n for n in names if n not in header] if header else []:
        hint = f"The table has: {', '.join(header)}."
        found.append(error(path, 1, "table-columns", f'describes the column "{name}" that is not there', hint, uid))
    for name in [n for n in header if n not in names] if names else []:
        hint = "Describe it under columns, or delete it from the table."
        found.append(error(table_path, 1, "table-columns", f'has the column "{name}" that is not described', hint, uid))
    order = [header.index(n) for n in names if n in header]
    figures = [[cells[i] for i in order] for _, cells in rows]
    full = {"type": "dataset", **data, "id": identity, "language": language, "rows": figures, "csv": table_path}
    lines = {**lines, **{("rows", at): line for at, (line, _) in enumerate(rows)}}  # of the table, not of ``path``
    return [validate("dataset", full, SourceRef(path, 1), lines)], found


def _column_names(data: Mapping[str, Any]) -> Iterator[str]:
    columns = data.get("columns")
    for column in columns if isinstance(columns, list) else ():
        if isinstance(column, dict) and isinstance(column.get("name"), str):
            yield column["name"]
