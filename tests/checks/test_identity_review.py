from __future__ import annotations

import pytest

from build_tools import checks
from build_tools.checks import identity_review
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import TODAY, guide, png, said

NAMED = "The work went on.\n\nZubaida, aged 12, came first."


def test_a_name_beside_an_age_awaits_two_people(bank: BankOf) -> None:
    [found] = said(identity_review, bank({"content/guides/x.md": guide(NAMED)}))
    assert (found.path, found.line, found.subject) == ("content/guides/x.md", 14, "x.en")
    assert found.severity is Severity.WARNING
    assert "Zubaida" not in found.message + found.hint
    assert "identity_review: [name, name]" in found.hint


def test_nothing_is_said_when_two_people_have_looked(bank: BankOf) -> None:
    text = guide(NAMED, identity_review="[A. Reader, Another Reader]")
    assert said(identity_review, bank({"content/guides/x.md": text})) == []


@pytest.mark.parametrize("people", ["[A. Reader]", "A. Reader", "[A. Reader, a. reader]"])
def test_one_person_is_not_enough(bank: BankOf, people: str) -> None:
    found = checks.run(bank({"content/guides/x.md": guide(NAMED, identity_review=people)}), TODAY)
    assert {d.code for d in found} == {"field-type", "identity-review"}
    assert any("two people" in d.hint for d in found)


@pytest.mark.parametrize(
    "files",
    [
        {"clippings/2019/x.png": png(600, 600), "clippings/2019/x.txt": "12 वर्षीय रमेश काम करता था।\n"},
        {"clippings/2019/ramesh-12-saal.png": png(600, 600)},
        {"clippings/2019/x.png": png(600, 600), "clippings/2019/x.yml": "title: Zubaida, 12, at work\n"},
        {"content/guides/x.md": guide("![Zubaida (12) at the well](a.png)")},
        {"content/guides/x.md": guide("FIR No. 123/2019 was lodged.")},
    ],
)
def test_every_kind_of_file_is_read(bank: BankOf, files: dict[str, str | bytes]) -> None:
    assert len(said(identity_review, bank(files))) == 1


def test_places_and_organisations_of_the_bank_are_no_names(bank: BankOf) -> None:
    rows = "id,title,level,kind\norg-a,Zubaida Welfare,district,ngo\n"
    body = "In Jaipur (12) and Rajasthan (9), Zubaida Welfare (12) counted wells."
    files = {"content/directory/organisations.csv": rows, "content/guides/x.md": guide(body)}
    assert said(identity_review, bank(files)) == []


def test_what_no_record_shows_is_said_once(bank: BankOf) -> None:
    files = {"content/vocabulary/themes.yml": "- id: wells\n  labels: {en: Wells}\n# Zubaida, aged 12\n"}
    [found] = said(identity_review, bank(files))
    assert found.subject == ""
