"""Small banks for the tests of rules: good records to spoil, written to disk and read for real."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

from build_tools.diagnostics import Diagnostic
from build_tools.settings import read_settings
from build_tools.sources.bank import Bank, read_bank

TODAY = date(2026, 11, 22)

BASE: Mapping[str, str] = {
    "mkdocs.yml": "site_name: A bank\nextra: {bank: {languages: [en, hi]}}\n",
    "content/vocabulary/themes.yml": "- id: wells\n  labels: {en: Wells}\n- id: rain\n  labels: {en: Rain}\n",
    "content/vocabulary/occupations.yml": "- id: digging\n  labels: {en: Digging}\n",
    "content/vocabulary/materials.yml": "- id: book\n  labels: {en: Book}\n- id: report\n  labels: {en: Report}\n",
    "content/vocabulary/newspapers.csv": "id,name,native\nvalley-post,The Valley Post,घाटी समाचार\n",
    "content/vocabulary/places/countries.csv": "id,name_en\nIN,India\n",
    "content/vocabulary/places/states.csv": "id,name_en,aliases\nIN-RJ,Rajasthan,Rajputana\n",
    "content/vocabulary/places/districts.csv": "id,name_en\nIN-RJ/jaipur,Jaipur\n",
}
STEPS = "\n  - title: Look\n    text: Look into the well.\n    outcome: You know how deep it is."
COMMON = {"title": "A title", "summary": "A summary.", "sources": '["A record"]', "added": "2026-11-20"}


def record(fields: Mapping[str, str], body: str, change: Mapping[str, str | None]) -> str:
    """A Markdown file; ``change`` gives fields other values, or takes them out with ``None``.  The body is last."""
    rows = [f"{name}: {value}" for name, value in {**fields, **change}.items() if value is not None]
    return "---\n" + "\n".join(rows) + f"\n---\n{body}\n"


def guide(body: str = "", **change: str | None) -> str:
    return record({**COMMON, "licence": "CC-BY-4.0", "steps": STEPS}, body, change)


def law(body: str = "", **change: str | None) -> str:
    fields = {"kind": "act", "citation": "Act 1 of 2001", "jurisdiction": "IN", "status": "in-force"}
    return record({**COMMON, **fields, "as_on": "2026-06-30"}, body, change)


def case(body: str, **change: str | None) -> str:
    return record({**COMMON, "licence": "CC-BY-4.0"}, body, change)


def kit(tools: str, **change: str | None) -> str:
    return record({**COMMON, "licence": "CC-BY-4.0", "tools": tools}, "", change)


COLUMNS = "\n  - {name: year, title: Year}\n  - {name: depth, title: Depth}\n  - {name: source, title: Source}"
TABLE = "year,depth,source\n2001,12,A record\n2002,13,A record\n"


def dataset(csv: str = TABLE, **change: str | None) -> dict[str, str]:
    """The two files of a dataset called ``depths``."""
    fields = {**COMMON, "licence": "CC-BY-4.0", "definition": "Metres to the water.", "columns": COLUMNS}
    yml = record({k: v for k, v in fields.items() if k != "sources"}, "", change).removeprefix("---\n")
    return {"content/data/depths.yml": yml.partition("---\n")[0], "content/data/depths.csv": csv}


def organisations(*rows: str) -> dict[str, str]:
    header = "id,title,level,kind,regions,verified_on,sources,verified"
    return {"content/directory/organisations.csv": "\n".join((header, *rows)) + "\n"}


def png(width: int, height: int) -> bytes:
    """A white picture of so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def read(root: Path) -> Bank:
    settings, found = read_settings(root)
    assert settings is not None, found
    return read_bank(root, settings)


def said(rule: ModuleType, bank: Bank) -> list[Diagnostic]:
    """What a rule says of a bank, in order.  Whatever it says has the rule's code and a remedy."""
    found = sorted(rule.check(bank, TODAY), key=Diagnostic.sort_key)
    for diagnostic in found:
        assert diagnostic.code == rule.CODE
        assert diagnostic.hint
    return found


def places(found: list[Diagnostic]) -> list[tuple[str, int]]:
    """File name and line of each diagnostic."""
    return [(Path(d.path).name, d.line) for d in found]
