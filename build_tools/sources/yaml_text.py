"""YAML as far as a volunteer needs it, read from parser events.

Strings, lists and mappings; ``true``, ``false``, ``null`` and plain decimal numbers are the only values that are
not text (so ``NO`` stays Norway and ``012`` stays as typed).  Aliases, anchors, merge keys, tags and duplicate
keys are refused, depth and size are bounded: nothing can expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from build_tools.diagnostics import Diagnostic
from build_tools.sources.text import error

CODES = {
    "yaml-syntax": "The YAML cannot be read; often a colon in unquoted text, or wrong indentation.",
    "yaml-tab": "A tab is used for indentation. YAML allows spaces only.",
    "yaml-alias": "Anchors, aliases, merge keys and tags are refused; write the value out.",
    "yaml-duplicate-key": "The same key stands twice; the second would silently win.",
    "yaml-depth": "The nesting is deeper than 20 levels.",
    "yaml-size": "More than 50,000 values in one file.",
}

KeyPath = tuple[str | int, ...]
Lines = Mapping[KeyPath, int]

MAX_DEPTH = 20
MAX_NODES = 50_000
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None, "True": True, "False": False}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _RefusedError(Exception):
    def __init__(self, line: int, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.problem = (line, code, message, hint)


class _Builder:
    """Builds values from events and remembers the line of every key path."""

    def __init__(self, events: Iterator[Any], first_line: int) -> None:
        self.events = events
        self.first_line = first_line
        self.lines: dict[KeyPath, int] = {}
        self.nodes = 0

    def line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def value(self, event: Any, path: KeyPath) -> Any:
        self.nodes += 1
        line = self.line(event)
        self.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor or _tagged(event):
            raise _RefusedError(line, "yaml-alias", "uses a YAML anchor, alias or tag", "Write the value out in full.")
        if len(path) > MAX_DEPTH:
            raise _RefusedError(line, "yaml-depth", f"is nested deeper than {MAX_DEPTH} levels", "Use a flatter form.")
        if self.nodes > MAX_NODES:
            raise _RefusedError(line, "yaml-size", f"holds more than {MAX_NODES} values", "Split the file.")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def sequence(self, path: KeyPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: KeyPath) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = self.line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(line, "yaml-syntax", "has a key that is no plain word", "Use a word as key.")
            key = str(event.value)
            if key == "<<":
                raise _RefusedError(line, "yaml-alias", "uses a YAML merge key", "Write the values out in full.")
            if key in items:
                first = self.lines[(*path, key)]
                hint = f"It stands first on line {first}. Keep one of the two."
                raise _RefusedError(line, "yaml-duplicate-key", f'has the key "{key}" twice', hint)
            self.lines[(*path, key)] = line
            items[key] = self.value(next(self.events), (*path, key))
        return items


def _tagged(event: Any) -> bool:
    """``!`` alone is what the parser gives a quoted scalar; anything else was written by somebody."""
    return event.tag not in (None, "!")


def _scalar(event: Any) -> Any:
    text = str(event.value)
    if event.style:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def load_yaml(text: str, path: str, first_line: int = 1) -> tuple[Any | None, Lines, list[Diagnostic]]:
    """The one document in ``text``, the line of each key path, and what is wrong (then the value is ``None``).

    ``first_line`` is the line of ``path`` on which ``text`` begins.
    """
    for number, row in enumerate(text.split("\n")):
        if row[: len(row) - len(row.lstrip())].count("\t"):
            found = error(path, first_line + number, "yaml-tab", "is indented with a tab", "Use two spaces instead.")
            return None, {}, [found]
    builder = _Builder(iter(()), first_line)
    try:
        builder.events = yaml.parse(text, Loader=_Loader)
        value = _document(builder)
    except _RefusedError as refused:
        line, code, message, hint = refused.problem
        return None, builder.lines, [error(path, line, code, message, hint)]
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or "cannot be read as YAML"
        line = first_line + (mark.line if mark else 0)
        hint = 'Put text that holds ": " or starts with a sign such as @ or [ in double quotes.'
        return None, builder.lines, [error(path, line, "yaml-syntax", f"is not valid YAML: {what}", hint)]
    return value, builder.lines, []


def _document(builder: _Builder) -> Any:
    value = None
    seen = False
    for event in builder.events:
        if isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
            continue
        if isinstance(event, yaml.DocumentStartEvent):
            if seen:
                raise _RefusedError(builder.line(event), "yaml-syntax", "holds a second YAML document", "Keep one.")
            seen = True
            continue
        value = builder.value(event, ())
    return value
