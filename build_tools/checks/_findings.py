"""Pydantic's findings, shared out among the rules, and said in plain words.

Each finding belongs to exactly one rule, so that one fault gives one diagnostic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from build_tools.diagnostics import visible
from build_tools.model import RECORD_TYPES, Chart, Column, Signed, SoftCopy, Source, Step, Tool, Withdrawn
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft, Problem

PARTS: Mapping[str, type[BaseModel]] = {
    "steps": Step,
    "tools": Tool,
    "files": SoftCopy,
    "sources": Source,
    "columns": Column,
    "charts": Chart,
    "withdrawn": Withdrawn,
    "transcribed": Signed,
    "checked": Signed,
}


def findings(bank: Bank, code: str) -> Iterator[tuple[Draft, Problem]]:
    """The findings that belong to the rule ``code``, each with its draft."""
    for draft in bank.drafts:
        for problem in draft.problems:
            if code_of(draft, problem) == code:
                yield draft, problem


def code_of(draft: Draft, problem: Problem) -> str:
    """The rule that reports a finding."""
    if problem.kind == "extra_forbidden":
        return "field-unknown"
    if problem.kind == "missing" or is_empty(problem):
        return "law-as-on" if (draft.type, problem.field) == ("law", "as_on") else "field-missing"
    return "date-impossible" if problem.kind in ("date_form", "date_impossible") else "field-type"


def is_empty(problem: Problem) -> bool:
    """A field that is named and holds nothing: ``title:`` or ``steps: []``."""
    return problem.value is None or problem.value == "" or (problem.kind == "too_short" and not problem.value)


def named(path: str) -> str:
    """The path to a value in words: ``steps.0.outcome`` is ``outcome of entry 1 of steps``."""
    words = ""
    for part in (p for p in path.split(".") if p != "[key]"):
        own = f"entry {int(part) + 1}" if part.isdecimal() else part
        words = f"{own} of {words}" if words else own
    return words


def siblings(draft: Draft, path: str) -> Mapping[str, FieldInfo]:
    """The fields that can stand where ``path`` points: those of the record, or of one of its parts."""
    first, *rest = path.split(".")
    holder = PARTS.get(first) if rest else RECORD_TYPES[draft.type]
    return holder.model_fields if holder else {}


def choices(field: FieldInfo | None) -> tuple[str, ...]:
    """The only values that a field accepts; empty when it accepts any."""
    annotation = field.annotation if field else None
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def in_table(draft: Draft) -> bool:
    """True for a row of a table, whose fields are columns."""
    return draft.ref.path.endswith(".csv")


def shown(value: object) -> str:
    """A value as a person typed it, short and on one line."""
    text = visible(str(value))
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'
