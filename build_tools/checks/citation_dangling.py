"""A record cites a key that the bibliography does not have.

Why: a reader who wants to check a statement must be able to find its source.

To mend: correct the key, or add the work to a file in ``bibliography/``.

Example::

    content/guides/first-visit.md:9: error[citation-dangling] cites "@rao1919", which is not in the bibliography
        Did you mean "@rao1991"?
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from build_tools.checks._fields import row_line, table, targets
from build_tools.checks._near import Nearest
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.model import slugify
from build_tools.sources.bank import Bank
from build_tools.sources.draft import Draft
from build_tools.sources.vocabulary_findings import FOLDER as VOCABULARY

CODE = "citation-dangling"


def check(bank: Bank, today: date) -> Iterator[Diagnostic]:
    keys = {d.id: str(d.data.get("key", d.id)) for d in bank.drafts if d.type == "publication"}
    nearest = Nearest(keys)
    cited = [(*found, draft.uid) for draft in bank.drafts for found in _cited(draft)]
    for path, key, line, uid in (*cited, *_facts(bank)):
        if slugify(key) not in keys:
            near = nearest.to(slugify(key))
            hint = "Correct the key, or add the work to a file in bibliography/."
            if near:
                hint = f'Did you mean "@{keys[near]}"? {hint}'
            message = f'cites "@{key}", which is not in the bibliography'
            yield Diagnostic(path, line, CODE, Severity.ERROR, message, hint, uid)


def _facts(bank: Bank) -> Iterator[tuple[str, str, int, str]]:
    """The key facts of content areas, which stand in the vocabulary and are no record."""
    for name, concepts in (("themes", bank.vocabulary.themes), ("occupations", bank.vocabulary.occupations)):
        for concept in concepts.values():
            for fact in concept.facts:
                if key := key_of(fact.get("source")):
                    yield f"{VOCABULARY}/{name}.yml", key, 0, ""


def _cited(draft: Draft) -> Iterator[tuple[str, str, int]]:
    """Path, key and line of each citation."""
    for target in targets(draft):
        if target.kind == "cite":
            yield draft.ref.path, target.value, target.line
    sources = draft.data.get("sources")
    for at, source in enumerate(sources if isinstance(sources, list | tuple) else [sources]):
        if key := key_of(source):
            yield draft.ref.path, key, draft.line("sources", at)
    if draft.type == "dataset":
        names, rows = table(draft)
        column = names.index("source") if "source" in names else None
        for at, row in enumerate(rows if column is not None else ()):
            if key := key_of(row[column or 0]):
                yield str(draft.data.get("csv")), key, row_line(draft, at)


def key_of(source: Any) -> str:
    """The key that a source names, in any of its written forms; empty when it names none."""
    if isinstance(source, dict):
        return source["cite"] if isinstance(source.get("cite"), str) else ""
    text = source.strip() if isinstance(source, str) else ""
    return text[1:].partition(",")[0].strip() if text.startswith("@") else ""
