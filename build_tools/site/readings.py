"""What scans say, as files: the text for everybody, JSON for programs, ALTO XML for libraries.

They stand beside the scan's copies.  A reading that is kept back is not in the catalogue, so it has no file either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.catalogue import Entry
from build_tools.model import Clipping
from build_tools.ocr.alto import to_alto
from build_tools.ocr.serial import to_dict
from build_tools.pages import paths


def texts(entry: Entry) -> dict[str, str]:
    """Published path -> content, of a clipping: the text shown first, and all that the machine read."""
    return {paths.reading_path(entry, ending): text for ending, text in _texts(entry)}


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    typed = entry.record.transcription if isinstance(entry.record, Clipping) else None
    if typed:
        yield paths.TEXT, typed
    if entry.reading and entry.scan:
        yield (paths.MACHINE_TEXT if typed else paths.TEXT), entry.reading.text + "\n"
        # Without the indentation of kb read, which would double it.
        yield paths.JSON, json.dumps(to_dict(entry.reading), ensure_ascii=False, separators=(",", ":")) + "\n"
        yield paths.ALTO, to_alto(entry.reading, PurePosixPath(entry.scan.path).name)
