"""Words of the interface: names of types, levels, kinds and states, marked for translation."""

from __future__ import annotations

import gettext
import io
import re
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALE = Path(__file__).parent.parent / "locale"


def N_(message: str) -> str:  # noqa: N802 - the name that translators' tools look for
    """Marks ``message`` for translation without translating it here."""
    return message


TYPE_NAMES = {
    "case-study": (N_("Case study"), N_("Case studies")),
    "guide": (N_("Guide"), N_("Guides")),
    "clipping": (N_("Press clipping"), N_("Press clippings")),
    "publication": (N_("Publication"), N_("Bibliography")),
    "law": (N_("Law or judgment"), N_("Laws and judgments")),
    "toolkit": (N_("Toolkit"), N_("Tools and procedures")),
    "organisation": (N_("Organisation"), N_("Directory of organisations")),
    "dataset": (N_("Figures"), N_("Figures and data")),
    "periodical": (N_("Issue of the periodical"), N_("Digital periodical")),
    "term": (N_("Term"), N_("Glossary")),
    "page": (N_("Page"), N_("Pages")),
}
TYPE_HINTS = {
    "case-study": N_("What somebody did, and what came of it"),
    "guide": N_("How to do it, step by step"),
    "clipping": N_("What newspapers reported"),
    "publication": N_("Books, articles and reports, many with abstracts"),
    "law": N_("Acts, rules, conventions and court decisions"),
    "toolkit": N_("Forms, checklists, modules and procedures"),
    "organisation": N_("Who works on it, from global to grassroots"),
    "dataset": N_("Tables with source, year and definition"),
    "periodical": N_("What is new, to read and pass on"),
    "term": N_("Words of the field, explained"),
}
AXIS_NAMES = {
    "types": N_("Type of material"),
    "themes": N_("Theme"),
    "occupations": N_("Occupation or process"),
    "places": N_("Place"),
    "years": N_("Year"),
    "az": N_("A to Z"),
}
AREA_SECTIONS = (
    (N_("What works"), ("case-study", "guide")),
    (N_("Tools"), ("toolkit",)),
    (N_("Law"), ("law",)),
    (N_("Reading"), ("publication", "periodical")),
    (N_("Press"), ("clipping",)),
    (N_("Data"), ("dataset",)),
    (N_("Who works on it"), ("organisation",)),
    (N_("Words"), ("term",)),
)
LEVELS = {
    "global": N_("Global"),
    "national": N_("National"),
    "state": N_("State"),
    "district": N_("District"),
    "sub-district": N_("Sub-district"),
    "grassroots": N_("Grassroots"),
}
KINDS = {
    "government": N_("Government"),
    "intergovernmental": N_("United Nations or international"),
    "ngo": N_("Non-governmental organisation"),
    "network": N_("Network or campaign"),
    "trade-union": N_("Trade union"),
    "employers-association": N_("Employers' association"),
    "academic": N_("Research or training institution"),
    "media": N_("Media"),
    "legal": N_("Legal"),
    "community-body": N_("Community body"),
    "faith-based": N_("Faith-based"),
    "helpline": N_("Helpline"),
    "professional-association": N_("Professional association"),
    "funder": N_("Funder"),
}
LAW_KINDS = {
    "constitution": N_("Constitution"),
    "act": N_("Act"),
    "code": N_("Code"),
    "rules": N_("Rules"),
    "notification": N_("Notification"),
    "policy": N_("Policy"),
    "scheme": N_("Scheme"),
    "bill": N_("Bill"),
    "convention": N_("Convention"),
    "recommendation": N_("Recommendation"),
    "judgment": N_("Judgment"),
    "guideline": N_("Guideline"),
}
LAW_STATES = {
    "in-force": N_("In force"),
    "partly-in-force": N_("Partly in force"),
    "not-in-force": N_("Not in force"),
    "repealed": N_("Repealed"),
    "replaced": N_("Replaced"),
    "amended": N_("In force, amended"),
    "ratified": N_("Ratified"),
    "decided": N_("Decided"),
    "superseded": N_("Superseded"),
    "proposed": N_("Proposed"),
    "lapsed": N_("Lapsed"),
}


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, compiled in memory from its ``.po``; the source language needs none."""
    file = LOCALE / language.replace("-", "_") / "LC_MESSAGES" / "kb.po"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        catalog = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def locale(language: str) -> Locale:
    """The CLDR locale of a BCP 47 language; English where CLDR has none."""
    try:
        return Locale.parse("en-GB" if language == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def language_name(language: str) -> str:
    """The name of a language in that language: हिन्दी."""
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[:1].upper() + name[1:]


def readable_date(value: str | None, language: str) -> str:
    """An EDTF date in words: ``2019-03`` is "March 2019"; a span keeps its two ends."""
    return " – ".join(_one_date(part, language) for part in (value or "").split("/") if part)


def readable_day(value: str, language: str) -> str:
    """A day whose year is not known (EDTF ``XXXX-07-27``) in words, which say so."""
    _year, month, day = value.split("-")
    text = format_skeleton("MMMMd", date(2000, int(month), int(day)), locale=locale(language))
    return translations(language).gettext(N_("%(day)s, year not printed")) % {"day": text}


@cache
def _one_date(value: str, language: str) -> str:
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 1:
        return value
    day = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    if len(parts) == 3:
        return format_date(day, "d MMMM y", locale(language))
    return format_skeleton("yMMMM", day, locale=locale(language))


def readable_number(value: float, language: str) -> str:
    """A number with the separators of a language: 1,234,567 in English, 12,34,567 in Hindi."""
    return format_decimal(value, locale=locale(language))


def dialled(number: str) -> str:
    """A telephone number as a ``tel:`` link dials it."""
    return re.sub(r"[^+0-9]", "", number)


def readable_size(size: int) -> str:
    """Bytes as people read them: ``840 bytes``, ``48 KB``, ``1.2 MB`` (1 KB = 1,000 bytes)."""
    if size < 1_000:
        return f"{size} bytes"
    return f"{round(size / 1_000)} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
