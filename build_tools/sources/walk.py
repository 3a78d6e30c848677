"""Which files a bank has: ordinary files below its folders, never through a link, each name safe everywhere."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from build_tools.diagnostics import Diagnostic, visible
from build_tools.sources.text import error

CODES = {
    "path-link": "A symbolic link could bring files from outside into the site.",
    "path-name": "A file's name cannot be seen in full or stored on every computer: an invisible character, one of "
    '< > : " | ? * or a backslash, a point or space at its end, or a name that Windows keeps for devices.',
    "path-collision": "Two names differ only in capitals or in how accents are stored; many computers keep only one.",
}

# Devanagari spelling needs the two characters that join and part letters.
_JOINERS = {0x200C: None, 0x200D: None}
_SIGNS = re.compile(r'[<>:"|?*\\]')
_EDGES = re.compile(r"^\s|[\s.]$")
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices, whatever their ending."""
FOLDERS = ("content", "bibliography", "clippings")


def walk(root: Path) -> tuple[dict[str, int], list[Diagnostic]]:
    """Path below ``root`` -> size in bytes, for all files of the bank's folders, sorted; and what was refused."""
    files: dict[str, int] = {}
    found: list[Diagnostic] = []
    seen: dict[str, str] = {}
    # Of two names that collide the plain one stays, so that a newcomer cannot push out what was there.
    names = {entry: entry.relative_to(root).as_posix() for entry in _entries(root)}
    for entry, path in sorted(names.items(), key=lambda item: item[1] != _folded(item[1])):
        if entry.is_symlink():
            found.append(error(visible(path), 0, "path-link", "is a symbolic link", "Commit the file itself instead."))
            continue
        if wrong := _wrong_name(path):
            hint = "Rename it; use small letters, digits and hyphens."
            found.append(error(visible(path), 0, "path-name", wrong, hint))
            continue
        folded = _folded(path)
        if folded in seen:
            hint = "Rename one of the two; use small letters, digits and hyphens."
            found.append(error(path, 0, "path-collision", f"has the same name as {seen[folded]}", hint))
            continue
        seen[folded] = path
        if entry.is_file():
            files[path] = entry.stat().st_size
    return dict(sorted(files.items())), found


def _wrong_name(path: str) -> str:
    """Why the name of a file, or of a folder above it, is refused; empty when it is not."""
    if not path.translate(_JOINERS).isprintable():
        return "has an invisible character in its name"
    for part in path.split("/"):
        if _SIGNS.search(part) or _EDGES.search(part):
            return "has a sign, a space or a point in its name that not every computer can store"
        if part.partition(".")[0].casefold() in DEVICES:
            return "has a name that Windows keeps for a device"
    return ""


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _entries(root: Path) -> Iterator[Path]:
    """Everything below the bank's folders in a fixed order; hidden names and links are not entered."""
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield root / folder
            continue
        for where, names, files in os.walk(root / folder, followlinks=False):
            names[:] = sorted(n for n in names if not n.startswith("."))
            links = [n for n in names if (Path(where) / n).is_symlink()]
            names[:] = [n for n in names if n not in links]
            yield from (Path(where) / n for n in sorted(files + links) if not n.startswith("."))
