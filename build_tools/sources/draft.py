"""A draft: what a reader found in a file before anybody judged it.

Readers never judge fields.  They hand pydantic's findings on as problems with their lines, and the rules in
``checks/`` say what each means, so that a required field missing in BibTeX, CSV or YAML reads the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from build_tools.markdown import Document
from build_tools.model import RECORD_TYPES, Record, SourceRef
from build_tools.sources.yaml_text import KeyPath, Lines


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of pydantic: ``kind`` is its error type, ``field`` the path to the value, as text."""

    kind: str
    field: str
    line: int
    message: str
    value: Any = None


@dataclass(frozen=True)
class ScanInfo:
    """What is known of a scan without reading it.  ``width`` and ``height`` in pixels of the largest page."""

    path: str
    width: int
    height: int
    pages: int
    bytes: int
    format: str


@dataclass(frozen=True)
class Draft:
    """One record to be.  ``record`` is there when its fields are right; ``lines`` maps key paths to file lines."""

    type: str
    id: str
    language: str
    ref: SourceRef
    data: Mapping[str, Any]
    lines: Lines = field(default_factory=dict)
    body: Document | None = None
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    scan: ScanInfo | None = None

    @property
    def uid(self) -> str:
        return f"{self.id}.{self.language}"

    def line(self, *path: str | int) -> int:
        """The line of a field, or of the nearest thing around it that has one."""
        return _line(self.lines, path, self.ref.line)


def _line(lines: Lines, path: KeyPath, default: int) -> int:
    for end in range(len(path), 0, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return default


def validate(
    type_: str,
    data: Mapping[str, Any],
    ref: SourceRef,
    lines: Lines,
    *,
    body: Document | None = None,
    scan: ScanInfo | None = None,
) -> Draft:
    """The draft of a ``type_`` record made of ``data``, validated against the model."""
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    try:
        record = RECORD_TYPES[type_].model_validate(dict(data))
    except ValidationError as findings:
        problems = tuple(_problem(e, lines, ref.line) for e in findings.errors(include_url=False))
    identity, language = str(data.get("id", "")), str(data.get("language", "en"))
    return Draft(type_, identity, language, ref, data, lines, body, record, problems, scan)


def _problem(finding: Any, lines: Lines, default: int) -> Problem:
    path = tuple(finding["loc"])
    context = finding.get("ctx") or {}
    message = f"{finding['msg']}" if "error" not in context else str(context["error"])
    return Problem(finding["type"], ".".join(map(str, path)), _line(lines, path, default), message, finding["input"])
