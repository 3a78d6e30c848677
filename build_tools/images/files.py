"""Bytes of a file that somebody sent: an ordinary file, not too large."""

from __future__ import annotations

from pathlib import Path

from build_tools.images.values import DEFAULT_LIMITS, Limits, Refusal


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes | Refusal:
    """The file's bytes, when it is a regular file that can be read and is not too large."""
    try:
        if not path.is_file():
            return Refusal(
                "image-missing", "There is no such file.", "Put the scan beside its .yml, with the same name."
            )
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        return Refusal("image-missing", f"The file cannot be read: {error.strerror}.", "Check its name and its rights.")
    if len(data) > limits.file_bytes:
        message = f"The file is larger than {limits.file_bytes // 2**20} MB."
        return Refusal("image-bytes", message, "Save it as JPEG at 300 dpi or less.")
    return data
