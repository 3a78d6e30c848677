"""Files that are written whole or not at all, and files that show whether they are as they were written."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Writes beside, syncs and renames: a reader or a crash meets the old file or the new one, never a part.

    Raises ``OSError`` when the disk does not take it; then nothing is left behind.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_sealed(file: Path, data: bytes) -> None:
    """As :func:`write_whole`, with a first line that :func:`read_sealed` compares."""
    write_whole(file, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def read_sealed(file: Path) -> bytes | None:
    """The data of a file that was written sealed; ``None`` when it is not there or not as it was written."""
    try:
        seal, newline, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if newline and seal == hashlib.sha256(data).hexdigest().encode() else None
