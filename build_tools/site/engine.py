"""Runs the page engine, MkDocs or Zensical, on ``build/docs`` with settings that are ours alone.

The engine reads ``build/mkdocs.yml``, which is written here: the bank says its name and colours, the tool says the
rest, so that no bank can switch on a plugin or a hook.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.catalogue import Catalogue
from build_tools.pages import paths, words
from build_tools.settings import Settings, in_language

ENGINES = ("mkdocs", "zensical")
THEME = Path(__file__).parent.parent / "theme"
MENU_TYPES = ("case-study", "guide", "law", "toolkit", "organisation", "publication", "clipping", "dataset", "term")


@dataclass(frozen=True, slots=True)
class EngineFailure:
    """The engine ended without a site.  ``missing``: it is not installed."""

    message: str
    missing: bool = False


def menu(settings: Settings, catalogue: Catalogue, language: str) -> list[dict[str, str]]:
    """The short menu of one language: home, ways to browse, main types, the bank's own pages."""
    t = words.translations(language).gettext
    prefix = paths.prefix(language, settings.language)
    items = [(t(words.N_("Home")), "index.html")]
    items += [(t(words.AXIS_NAMES[axis]), paths.axis_path(axis)) for axis in paths.AXES]
    items += [(t(words.TYPE_NAMES[name][1]), paths.type_path(name)) for name in MENU_TYPES]
    rows = [{"name": name, "path": prefix + path} for name, path in items]
    own = [e for e in catalogue.pages(language) if e.id != "home"]
    rows += [{"name": e.record.title, "path": paths.entry_path(e, settings.language)} for e in own]
    return [{key: escape(value) for key, value in row.items()} for row in rows]


def _search(settings: Settings, language: str) -> dict[str, str]:
    """Where the search form of every page leads, and its words."""
    t = words.translations(language).gettext
    said = {"hint": t(words.N_("Search the bank")), "button": t(words.N_("Search"))}
    page = paths.prefix(language, settings.language) + paths.SEARCH
    return {"page": page, **{name: escape(text) for name, text in said.items()}}


def escape(text: str) -> str:
    """Themes print settings as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def configuration(settings: Settings, catalogue: Catalogue) -> dict[str, Any]:
    """The engine's whole configuration."""
    languages = settings.bank.languages
    return {
        "site_name": escape(settings.site_name),
        **({"site_url": settings.site_url.rstrip("/") + "/"} if settings.site_url else {}),
        **({"site_description": escape(settings.site_description)} if settings.site_description else {}),
        **({"copyright": escape(settings.copyright)} if settings.copyright else {}),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "custom_dir": str(THEME),
            "language": settings.language,
            "font": False,
            "palette": settings.theme.palette.model_dump(),
        },
        "plugins": [],
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "/**",
        "extra": {
            "generator": False,
            "kb": {
                "languages": list(languages),
                "home": {code: paths.prefix(code, settings.language) + "index.html" for code in languages},
                "nav": {code: menu(settings, catalogue, code) for code in languages},
                "name": {code: escape(settings.name(code)) for code in languages},
                "search": {code: _search(settings, code) for code in languages},
                "notice": {code: escape(in_language(settings.bank.notice, code)) for code in languages},
            },
        },
    }


def write_configuration(build: Path, configured: Mapping[str, Any]) -> Path:
    """Writes ``build/mkdocs.yml``; JSON is valid YAML, and quotes everything."""
    file = build / "mkdocs.yml"
    file.write_text(json.dumps(configured, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


def run(engine: str, configured: Path, epoch: int) -> Path | EngineFailure:
    """Builds the site, and gives its folder, which lies beside ``configured``.

    ``epoch`` (seconds) stands in for the present wherever the engine writes a date.
    """
    made = configured.parent / "site"
    shutil.rmtree(made, ignore_errors=True)
    if importlib.util.find_spec(engine) is None:
        return EngineFailure(f"{engine} is not installed; run: pip install {engine}", missing=True)
    quiet = ["--quiet"] if engine == "mkdocs" else []
    command = [sys.executable, "-m", engine, "build", "-f", str(configured), *quiet]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return EngineFailure(f"{engine} ended with an error:\n{(done.stderr or done.stdout).strip()[-4000:]}")
    return made
