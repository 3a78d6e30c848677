"""The scripts that readers load: ``start.js`` with every page, and the search itself in the language of the page."""

from __future__ import annotations

import json
from pathlib import Path

from build_tools.pages import words
from build_tools.pages.scripts import minified
from build_tools.pages.words import N_

FOLDER = Path(__file__).parent / "client"

# In curly brackets: what the script puts in.
WORDS = {
    "retry": N_("Try again"),
    "failed": N_("Part of the search could not be loaded; the line may be down."),
    "searching": N_("Searching …"),
    "found": N_("Records found: {n}."),
    "atLeast": N_("Records found: {n} or more."),
    "partly": N_("No record has all the words. Records with some of them: {n}."),
    "nothing": N_("Nothing was found. Try fewer or other words, or browse below."),
    "some": N_("These have only some of the words:"),
    "common": N_("These words stand in nearly every text. Add a word that says what you are looking for."),
    "unknown": N_("“{word}” was not found."),
    "instead": N_("“{word}” was searched as: {form}."),
    "meant": N_("Did you mean:"),
    "more": N_("Show more"),
    "any": N_("all"),
    "suggestions": N_("Words that begin so"),
}
AXES = {
    "type": words.AXIS_NAMES["types"],
    "theme": words.AXIS_NAMES["themes"],
    "occupation": words.AXIS_NAMES["occupations"],
    "state": N_("State"),
    "year": words.AXIS_NAMES["years"],
    "language": N_("Language"),
}


def start_script() -> str:
    return minified(FOLDER / "start.js")


def client_script(language: str) -> str:
    """The client with the words of the interface in ``language``."""
    translate = words.translations(language).gettext
    said: dict[str, object] = {name: translate(text) for name, text in WORDS.items()}
    said["axes"] = {axis: translate(text) for axis, text in AXES.items()}
    said["types"] = {name: translate(one) for name, (one, _many) in words.TYPE_NAMES.items() if name != "page"}
    before, _name, after = minified(FOLDER / "search.js").rpartition("WORDS")
    return before + json.dumps(said, ensure_ascii=False, separators=(",", ":")) + after
