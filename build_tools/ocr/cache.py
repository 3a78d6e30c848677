"""Readings that were made already, each under a name that says everything it depends on.

An entry is one JSON file with its own checksum.  One that is cut short, altered or belongs to another key counts as
absent and is written anew.  Writing is atomic, so that several runs may share a folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import PIL
import pypdfium2

from build_tools.model import Reading
from build_tools.ocr import prepare
from build_tools.ocr.serial import from_dict, to_dict
from build_tools.whole import write_whole


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def key_for(
    data: bytes, suffix: str, engine: str, version: str, models: Mapping[str, str], languages: Sequence[str]
) -> str:
    """The key of a reading of the scan ``data``: a SHA-256 over all that the reading depends on.

    That is the scan, the engine, its version and models, the languages allowed, our own preparation, and the
    libraries that decode and scale the image.
    """
    libraries = [PIL.__version__, str(pypdfium2.PYPDFIUM_INFO), str(pypdfium2.PDFIUM_INFO)]
    scan = [hashlib.sha256(data).hexdigest(), suffix.lower()]
    parts = [*scan, engine, version, dict(models), list(languages), prepare.VERSION, libraries]
    return hashlib.sha256(_canonical(parts)).hexdigest()


def _path(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.json"


def load(folder: Path, key: str) -> Reading | None:
    """The reading under ``key``; ``None`` when there is no sound entry."""
    try:
        entry: Any = json.loads(_path(folder, key).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(entry, dict) or entry.get("key") != key:
        return None
    body = entry.get("reading")
    if entry.get("checksum") != hashlib.sha256(_canonical(body)).hexdigest():
        return None
    return from_dict(body)


def store(folder: Path, key: str, reading: Reading) -> OSError | None:
    """Writes the entry whole or not at all; gives what the disk said when it does not take it."""
    body = to_dict(reading)
    entry = {"key": key, "checksum": hashlib.sha256(_canonical(body)).hexdigest(), "reading": body}
    try:
        write_whole(_path(folder, key), _canonical(entry))
    except OSError as problem:
        return problem
    return None
