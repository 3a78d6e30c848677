"""Search for slow lines: a static index of small files, and a client that reads only what a query needs.

``index.py`` is the order of the steps; ARCHITECTURE.md says why it was written and how it is laid out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_tools.catalogue import Catalogue
from build_tools.model import RECORD_TYPES, Vocabulary
from build_tools.pages import words
from build_tools.search import index
from build_tools.search.client import client_script, start_script
from build_tools.search.documents import documents

__all__ = ["holds_codes", "scripts", "write"]


def write(folder: Path, catalogue: Catalogue) -> None:
    """Writes the index of ``catalogue`` and the scripts that read it into ``folder``, the site's ``search/``."""
    index.write(folder, documents(catalogue), _site(catalogue.vocabulary, catalogue.languages))
    write_scripts(folder, catalogue.languages)


def holds_codes(path: str) -> bool:
    """Whether a file of the site is one of the index's that hold codes and hashes, among which any number may turn up.

    All words in them stand in the pages as well; what results say of a record is no code.
    """
    return path.startswith("search/") and not path.startswith("search/d/")


def write_scripts(folder: Path, languages: Sequence[str]) -> None:
    """Writes ``start.js`` and a client for each language into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in scripts(languages).items():
        (folder / name).write_text(text, encoding="utf-8")


def scripts(languages: Sequence[str]) -> dict[str, str]:
    """Name below ``search/`` -> text of each script that is no data."""
    return {"start.js": start_script(), **{f"{language}.js": client_script(language) for language in languages}}


def _site(vocabulary: Vocabulary, languages: Sequence[str]) -> index.Site:
    def name(axis: str, value: str, language: str) -> str:
        if axis == "type":
            return words.translations(language).gettext(words.TYPE_NAMES[value][1])
        if axis == "language":
            return words.language_name(value)
        concepts = {"theme": vocabulary.themes, "occupation": vocabulary.occupations}.get(axis, {})
        found = vocabulary.places.get(value) if axis == "state" else concepts.get(value)
        return found.label(language) if found else value

    return index.Site({type_: cls.folder for type_, cls in RECORD_TYPES.items() if type_ != "page"}, languages, name)
