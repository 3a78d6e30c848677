from __future__ import annotations

import pytest

from build_tools.checks import field_type
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, kit, law, organisations, places, said


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        ({"title": "[one, two]"}, "title is a list where one text belongs", "double quotes"),
        ({"title": "{one: two}"}, "title is a mapping where one text belongs", "double quotes"),
        ({"title": "true"}, "title is true or false where text belongs", '"True"'),
        ({"title": "2019"}, "title is a number where text belongs", '"2019"'),
        ({"title": "x" * 501}, "longer than 500 letters", "Shorten"),
        ({"title": '"a\\u202Eb"'}, "the invisible character U+202E", "Delete"),
        ({"part": "one"}, "part is a text where a whole number belongs", "digits"),
        ({"part": "1.5"}, "part is a number where a whole number belongs", "digits"),
        ({"verified": '"no"'}, "verified is a text where true or false belongs", "without quotes"),
        ({"themes": "5"}, "themes is a number where a list belongs", "[first, second]"),
        ({"themes": "[Dry Land]"}, 'entry 1 of themes is "Dry Land"', '"dry-land"'),
        ({"regions": "[Rajputana]"}, 'entry 1 of regions is "Rajputana"', "Did you mean IN-RJ?"),
        ({"regions": "[Atlantis]"}, "is not a place id", "content/vocabulary/places"),
        ({"titles": "{hindi: A}"}, "no language code", "en, hi"),
        ({"titles": "[A]"}, "titles is a list where a group of fields belongs", "name: value"),
        ({"steps": "[5]"}, "entry 1 of steps is a number where a group of fields belongs", "name: value"),
        ({"sources": "[{title: A, year: 19}]"}, "year of entry 1 of sources is", "at least 1500"),
        ({"sources": "[{title: A, url: www.example.org}]"}, "is not a web address", "from the browser"),
        ({"type": "law"}, 'type is "law", but its folder is that of a guide', "Move the file"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_said_in_plain_words(bank: BankOf, change: dict[str, str], message: str, hint: str) -> None:
    [found] = said(field_type, bank({"content/guides/x.md": guide(**change)}))
    assert message in found.message
    assert hint in found.hint
    assert (found.severity, found.subject) == (Severity.ERROR, "x.en")
    assert found.line > 1


def test_a_word_that_is_none_of_those_allowed(bank: BankOf) -> None:
    [found] = said(field_type, bank({"content/laws/x.md": law(kind="acts")}))
    assert 'kind is "acts"' in found.message
    assert found.hint.startswith('Did you mean "act"?')
    assert "judgment" in found.hint


def test_too_few_entries(bank: BankOf) -> None:
    columns = "\n  - {name: year, title: Year}"
    files = {
        "content/data/x.yml": f"title: A\ndefinition: B\ncolumns:{columns}\n",
        "content/data/x.csv": "year\n2001\n",
    }
    [found] = said(field_type, bank(files))
    assert found.message == "columns has fewer than 2 entries"


def test_the_name_of_a_file_is_an_id(bank: BankOf) -> None:
    [found] = said(field_type, bank({"content/guides/My Guide.md": guide()}))
    assert found.hint == 'Name it "my-guide".'


def test_cells_are_named_by_their_row(bank: BankOf) -> None:
    rows = ["org-x,A Society,district,ngo,IN,2026-10-01,A record,true", "org-y,B,village,ngo,IN,,A record,maybe"]
    assert places(said(field_type, bank(organisations(*rows)))) == [("organisations.csv", 3), ("organisations.csv", 3)]


def test_all_faults_of_all_records_come_at_once(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide(title="5", part="a"), "content/toolkits/kit-x.md": kit("5")}
    assert len(said(field_type, bank(files))) == 3


def test_nothing_is_said_of_right_values(bank: BankOf) -> None:
    assert said(field_type, bank({"content/guides/x.md": guide(part="2", regions="IN-RJ", verified="false")})) == []
