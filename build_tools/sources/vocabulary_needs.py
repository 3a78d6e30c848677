"""What readers come for: ``needs.yml``, a list that leads them in their own words to the right records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from build_tools.model import SLUG, Lead, Need
from build_tools.sources.vocabulary_concepts import ConceptFiles, ConceptReader

KEYS = ("id", "labels", "hints", "leads")
_TARGET = re.compile(rf"/?{SLUG.pattern}(?:/[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*)?")


def read_needs(files: ConceptFiles) -> dict[str, Need]:
    """The needs by id, in file order; what is wrong goes where ``files`` gathers it."""
    needs: dict[str, Need] = {}
    for entry, reader in files.entries("needs.yml"):
        need = _read(entry, reader)
        if need and files.findings.first(needs, need.id, reader.path, reader.first_line):
            needs[need.id] = need
    return needs


def _read(entry: Any, reader: ConceptReader) -> Need | None:
    identity = reader.identity(entry, KEYS)
    if identity is None:
        return None
    labels = reader.by_language(entry, "labels", reader.line)
    leads = tuple(_leads(entry.get("leads"), reader))
    if not labels:
        reader.say(("labels",), "label", f"gives {identity} no label", "Add under labels a line such as en: Its name.")
    elif not leads:
        reader.say(("leads",), "shape", f"leads {identity} nowhere", "List ids of records, or pages such as /themes/x.")
    else:
        return Need(identity, labels, reader.by_language(entry, "hints", reader.line), leads)
    return None


def _leads(value: Any, reader: ConceptReader) -> Iterator[Lead]:
    for number, target in enumerate(value if isinstance(value, list) else []):
        key = ("leads", number)
        if isinstance(target, str) and _TARGET.fullmatch(target):
            yield Lead(target, reader.line_of(key))
        else:
            reader.say(key, "shape", f"leads to {target!r}", "Write the id of a record, or a page such as /themes/x.")
