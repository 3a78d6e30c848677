"""Bytes of a text file, as text: UTF-8 only, bounded in size, without characters that hide or reorder text."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from build_tools.diagnostics import Diagnostic, Severity

CODES = {
    "file-unreadable": "The file cannot be opened or is no ordinary file.",
    "file-too-large": "A text file is larger than the limit (1 MB; 20 MB for a table or bibliography).",
    "encoding": "The file is not UTF-8, so letters would be lost. Save it as UTF-8.",
    "control-character": "An invisible control or bidirectional character hides or reorders text.",
}

MAX_BYTES = 1_000_000  # the worst 1 MB of Markdown takes half a minute and 400 MB of memory to parse
MAX_TABLE_BYTES = 20_000_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def error(path: str, line: int, code: str, message: str, hint: str = "", subject: str = "") -> Diagnostic:
    return Diagnostic(path, line, code, Severity.ERROR, message, hint, subject)


def read_text(file: Path, path: str, max_bytes: int = MAX_BYTES) -> tuple[str | None, list[Diagnostic]]:
    """The file's text in NFC with ``\\n`` line ends, or ``None`` and why not.  ``path`` is how messages name it."""
    try:
        if not file.is_file() or file.is_symlink():
            return None, [error(path, 0, "file-unreadable", "is a link or no ordinary file", "Commit the file itself.")]
        if file.stat().st_size > max_bytes:
            return None, [error(path, 0, "file-too-large", f"is larger than {max_bytes:,} bytes", "Split the file.")]
        data = file.read_bytes()
    except OSError as problem:
        return None, [error(path, 0, "file-unreadable", f"cannot be read: {problem.strerror}")]
    return decode(data, path)


def decode(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """``data`` as text; the first byte that is not UTF-8 is named by its line."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        message = f"byte 0x{data[problem.start]:02x} is not UTF-8"
        return None, [error(path, line, "encoding", message, "Open the file in an editor and save it as UTF-8.")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"holds the invisible character U+{ord(found[0]):04X}"
        return None, [error(path, line, "control-character", message, "Delete the character and type the line again.")]
    return unicodedata.normalize("NFC", text), []
