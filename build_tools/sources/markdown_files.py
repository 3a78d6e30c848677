"""Markdown files with YAML front matter: case studies, guides, laws, toolkits, issues of the periodical, pages."""

from __future__ import annotations

from pathlib import PurePosixPath

from build_tools import markdown
from build_tools.diagnostics import Diagnostic
from build_tools.model import SourceRef
from build_tools.sources.draft import Draft, validate
from build_tools.sources.text import error
from build_tools.sources.yaml_text import load_yaml

CODES = {
    "front-matter-missing": "A record's file begins with a line ---, then its fields, then another line ---.",
    "front-matter-open": "The line --- that ends the fields is missing.",
    "front-matter-shape": "The fields are not written as `name: value`.",
}

FENCE = "---"


def split_name(path: str) -> tuple[str, str | None]:
    """``…/x.hi.md`` -> ``("x", "hi")``; ``…/x.md`` -> ``("x", None)``."""
    stem, _, language = PurePosixPath(path).stem.partition(".")
    return stem, language or None


def read_markdown(text: str, path: str, type_: str, default_language: str) -> tuple[list[Draft], list[Diagnostic]]:
    """The one draft of a Markdown file, or why there is none."""
    rows = text.split("\n")
    if rows[0].rstrip() != FENCE:
        hint = f"Begin with {FENCE}, then fields such as title and summary, then {FENCE} again."
        return [], [error(path, 1, "front-matter-missing", "does not begin with its fields", hint)]
    end = next((n for n, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE), None)
    if end is None:
        hint = f"Add a line {FENCE} after the last field."
        return [], [error(path, 1, "front-matter-open", "has fields that never end", hint)]
    data, lines, found = load_yaml("\n".join(rows[1:end]), path, first_line=2)
    if found:
        return [], found
    if not isinstance(data, dict):
        hint = "Write each field on its own line, as in: title: The name of the record"
        return [], [error(path, 2, "front-matter-shape", "has fields that are no list of names and values", hint)]
    identity, language = split_name(path)
    said = language or data.get("language") or default_language
    full = {"type": type_, **data, "id": identity, "language": said}  # a type that contradicts the folder is an error
    body = markdown.parse("\n".join(rows[end + 1 :]), first_line=end + 2)
    return [validate(type_, full, SourceRef(path, 1), lines, body=body)], []
