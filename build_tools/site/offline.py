"""The service worker: keeps visited pages and the pages that find help readable without a line, over https."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from build_tools.catalogue import Catalogue
from build_tools.pages import paths
from build_tools.pages.scripts import minified
from build_tools.settings import Settings

SOURCE = Path(__file__).parent / "sw.js"


def worker(catalogue: Catalogue, settings: Settings, shared: Iterable[str]) -> str:
    """The script, with the pages that it keeps in each language: help, the bank's own page on help, home."""
    kept = {language: [*_pages(catalogue, settings, language), *shared] for language in settings.bank.languages}
    before, _name, after = minified(SOURCE).rpartition("KEPT")
    return before + json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + after


def _pages(catalogue: Catalogue, settings: Settings, language: str) -> list[str]:
    prefix = paths.prefix(language, settings.language)
    guide = catalogue.find(settings.bank.help_page or "", language)
    own = [paths.entry_path(guide, settings.language)] if guide else []
    return [prefix + paths.HELP, *own, f"{prefix}index.html"]
