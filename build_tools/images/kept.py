"""Whether a picture can be used, kept by the file's content: decoding takes long, and most files stay as they are."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from build_tools.images.confined import examine
from build_tools.images.files import read_bytes
from build_tools.images.values import DEFAULT_LIMITS, Limits, Probe, Refusal
from build_tools.whole import read_sealed, write_sealed

VERSION = "1"
"""Of the way pictures are examined; part of the key."""
FOLDER = (".cache", "pictures")
"""Below the bank."""


def examined(file: Path, cache: Path, limits: Limits = DEFAULT_LIMITS) -> Probe | Refusal:
    """What :func:`examine` says of ``file``, from the folder ``cache`` where it is kept.

    A damaged answer is found anew.  That a process came to its end may be chance, so it is not kept.
    """
    data = read_bytes(file, limits)
    if isinstance(data, Refusal):
        return data
    about = json.dumps([VERSION, file.suffix.lower(), asdict(limits)]).encode()
    key = cache / f"{hashlib.sha256(about + data).hexdigest()}.json"
    kept = _kept(key)
    if kept is not None:
        return kept
    found = examine(data, file.suffix, limits)
    if not (isinstance(found, Refusal) and found.code == "image-stopped"):
        kind = "refused" if isinstance(found, Refusal) else "holds"
        with suppress(OSError):  # a cache that cannot be written costs time and nothing else
            write_sealed(key, json.dumps({kind: asdict(found)}).encode())
    return found


def _kept(key: Path) -> Probe | Refusal | None:
    sealed = read_sealed(key)
    if sealed is None:
        return None
    answer = json.loads(sealed)
    return Refusal(**answer["refused"]) if "refused" in answer else Probe(**answer["holds"])
