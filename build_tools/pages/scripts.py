"""Scripts that travel: checked to be ECMAScript 5 and made small."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from calmjs.parse import es5
from calmjs.parse.unparsers.es5 import minify_print


@cache
def minified(file: Path) -> str:
    """A script of ours without comments and with short local names; it must parse as ECMAScript 5."""
    return str(minify_print(es5(file.read_text(encoding="utf-8")), obfuscate=True, obfuscate_globals=False))
