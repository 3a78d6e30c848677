"""What every reader of a vocabulary file needs: its text, and a place to say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_tools.diagnostics import Diagnostic
from build_tools.sources.text import MAX_TABLE_BYTES, error, read_text

FOLDER = "content/vocabulary"
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")


class Findings:
    """Gathers in ``found`` what is wrong, file after file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Diagnostic] = []

    def say(self, path: str, line: int, code: str, message: str, hint: str = "") -> None:
        self.found.append(error(path, line, f"vocabulary-{code}", message, hint))

    def text(self, path: str) -> str | None:
        """The text of a file below the bank; ``None`` when it is not there or cannot be read."""
        file = self.root / path
        if not file.exists() and not file.is_symlink():
            return None
        text, found = read_text(file, path, MAX_TABLE_BYTES)
        self.found += found
        return text

    def first(self, known: Mapping[str, Any], key: str, path: str, line: int) -> bool:
        if key in known:
            self.say(path, line, "duplicate", f'has "{key}" a second time', "Keep one of the two entries.")
        return key not in known
