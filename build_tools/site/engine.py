"""Runs the page engine, MkDocs or Zensical, on ``build/docs`` with settings that are ours alone.

The engine reads ``build/mkdocs.yml``, which is written here: the bank says its name and colours, the tool says the
rest, so that no bank can switch on a plugin or a hook.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
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
from build_tools.site import style

ENGINES = ("mkdocs", "zensical")
THEME = Path(__file__).parent.parent / "theme" / "material"
MENU_PAGES = 2  # of the bank's own pages: those that its curators put first


@dataclass(frozen=True, slots=True)
class EngineFailure:
    """The engine ended without a site.  ``missing``: it is not installed."""

    message: str
    missing: bool = False


FRAME_WORDS = {
    "menu": words.N_("Menu"),
    "help": words.N_("Get help"),
    "hint": words.N_("Search the bank"),
    "search": words.N_("Search"),
    "skip": words.N_("To the content"),
    "missing": words.N_("There is no such page here."),
}


def menu(settings: Settings, catalogue: Catalogue, language: str) -> list[tuple[str, str]]:
    """Name and address of each line of the short menu of one language; no page carries a list of all pages."""
    t = words.translations(language).gettext
    prefix = paths.prefix(language, settings.language)
    lines = [(words.N_("Home"), "index.html"), (words.N_("Find help near you"), paths.HELP)]
    lines += [(words.AXIS_NAMES[axis], paths.axis_path(axis)) for axis in paths.AXES]
    if any(place.tile for place in catalogue.vocabulary.places.values()):
        lines.append((words.N_("Map"), paths.MAP))
    lines.append((words.N_("What is missing"), paths.COVERAGE))
    own = [e for e in catalogue.pages(language) if e.id not in ("home", settings.bank.help_page)]
    own_lines = [(e.record.title, paths.entry_path(e, settings.language)) for e in own[:MENU_PAGES]]
    return [(t(name), prefix + path) for name, path in lines] + own_lines


def frame(settings: Settings, catalogue: Catalogue, language: str) -> dict[str, Any]:
    """What the frame of every page in one language says and where it leads; all of it escaped."""
    t = words.translations(language).gettext
    prefix = paths.prefix(language, settings.language)
    guide = catalogue.find(settings.bank.help_page or "", language)
    guide_name = t(words.N_("Where to turn, and how to complain"))
    return {
        "language": language,
        "direction": words.locale(language).text_direction,
        "name": escape(settings.name(language)),
        "native": escape(words.language_name(language)),
        "home": f"{prefix}index.html",
        "help": f"{prefix}{paths.HELP}",
        "search": f"{prefix}{paths.SEARCH}",
        "menu": [{"name": escape(name), "path": path} for name, path in menu(settings, catalogue, language)],
        "helplines": [
            {
                "number": escape(line.number),
                "dial": words.dialled(line.number),
                "name": escape(in_language(line.name, language)),
            }
            for line in settings.bank.helplines
        ],
        "guide": {"name": escape(guide_name), "path": paths.entry_path(guide, settings.language)} if guide else None,
        "notice": escape(in_language(settings.bank.notice, language)),
        "words": {name: escape(t(text)) for name, text in FRAME_WORDS.items()},
    }


def escape(text: str) -> str:
    """Themes print settings as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def configuration(settings: Settings, catalogue: Catalogue) -> dict[str, Any]:
    """The engine's whole configuration."""
    languages = settings.bank.languages
    palette = settings.theme.palette.model_dump()
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
            "palette": palette,
        },
        "plugins": [],
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "/**",
        "extra": {
            "generator": False,
            "kb": {
                "languages": list(languages),
                "style": style_of(settings)[0],
                "frames": {code: frame(settings, catalogue, code) for code in languages},
            },
        },
    }


def style_of(settings: Settings) -> tuple[str, str]:
    """Name and text of the style sheet, with the bank's colours and directions of writing."""
    directions = {words.locale(language).text_direction for language in settings.bank.languages}
    return style.stylesheet((*settings.theme.palette.model_dump().values(), *sorted(directions)))


def shared_files(settings: Settings) -> tuple[str, ...]:
    """What every page loads beside itself."""
    return (f"assets/{style_of(settings)[0]}", "search/start.js", "assets/icon.svg")


def write_configuration(build: Path, configured: Mapping[str, Any]) -> Path:
    """Writes ``build/mkdocs.yml``; JSON is valid YAML, and quotes everything."""
    file = build / "mkdocs.yml"
    file.write_text(json.dumps(configured, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


_DISK = re.compile(r"OSError: \[Errno \d+\] (.+)")


def _said(output: str) -> str:
    """What an engine said at its end; where the disk failed, that alone and not the way there."""
    lines = output.strip().splitlines()
    disk = _DISK.fullmatch(lines[-1]) if lines else None
    return disk[1] if disk else output.strip()[-4000:]


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
        return EngineFailure(f"{engine} ended with an error:\n{_said(done.stderr or done.stdout)}")
    # What Material would load and the theme does not.
    for unused in ("javascripts", "stylesheets", "images"):
        shutil.rmtree(made / "assets" / unused, ignore_errors=True)
    return made
