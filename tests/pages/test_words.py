"""Words of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from build_tools.pages import words

PACKAGE = Path(words.__file__).parent.parent


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        ("2019", "en", "2019"),
        ("2019-07", "en", "July 2019"),
        ("2019-07-27", "en", "27 July 2019"),
        ("2019-07-27", "hi", "27 जुलाई 2019"),
        ("2018/2020", "en", "2018 – 2020"),
        (None, "en", ""),
    ],
)
def test_dates(value: str | None, language: str, shown: str) -> None:
    assert words.readable_date(value, language) == shown


@pytest.mark.parametrize(("size", "shown"), [(12, "12 bytes"), (48_400, "48 KB"), (1_240_000, "1.2 MB")])
def test_sizes(size: int, shown: str) -> None:
    assert words.readable_size(size) == shown


def test_every_word_of_the_interface_is_in_hindi() -> None:
    methods = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
    options = {"**/templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}
    keywords = {"_": None, "N_": None, "gettext": None}
    found = {message for _f, _l, message, _c, _x in extract_from_dir(str(PACKAGE), methods, options, keywords)}
    with (words.LOCALE / "hi/LC_MESSAGES/kb.po").open("rb") as file:
        catalogue = read_po(file, locale="hi")
    missing = sorted(str(m) for m in found if not (entry := catalogue.get(m)) or not entry.string or entry.fuzzy)
    assert found
    assert not missing, "run: make messages, then fill these in build_tools/locale/hi/LC_MESSAGES/kb.po"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert words.translations("ta").gettext("Home") == "Home"
    assert words.locale("xx-nothing").language == "en"


def test_a_day_without_its_year_says_so() -> None:
    assert words.readable_day("XXXX-07-27", "en") == "27 July, year not printed"
    assert words.readable_day("XXXX-02-29", "hi").startswith("29 फ़रवरी")


def test_numbers_have_the_separators_of_their_language() -> None:
    assert words.readable_number(1234567, "en") == "1,234,567"
    assert words.readable_number(1234567, "hi") == "12,34,567"
