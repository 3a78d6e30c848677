from __future__ import annotations

from build_tools.checks import duplicate_id
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, organisations, places, said


def test_the_second_of_two_names_the_first(bank: BankOf) -> None:
    row = "org-x,A Society,district,ngo,IN,2026-10-01,A record,true"
    [found] = said(duplicate_id, bank(organisations(row, row.replace("A Society", "B Society"))))
    assert (found.line, found.severity, found.subject) == (3, Severity.ERROR, "org-x.en")
    assert "content/directory/organisations.csv:2" in found.message
    assert "another id" in found.hint


def test_all_kinds_of_records_share_one_space_of_ids(bank: BankOf) -> None:
    files = {
        "content/guides/x.md": guide(),
        "content/laws/x.md": law(),
        "bibliography/a.bib": "@book{X,\n  title = {X},\n  year = {2001}\n}\n",
    }
    assert places(said(duplicate_id, bank(files))) == [("x.md", 1), ("x.md", 1)]


def test_another_language_does_not_make_it_another_record(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide(), "content/laws/x.md": law(language="hi")}
    [found] = said(duplicate_id, bank(files))
    assert (found.path, found.subject) == ("content/laws/x.md", "x.hi")


def test_a_translation_shares_the_id(bank: BankOf) -> None:
    assert said(duplicate_id, bank({"content/guides/x.md": guide(), "content/guides/x.hi.md": guide()})) == []


def test_rows_without_an_id_are_not_the_same(bank: BankOf) -> None:
    rows = [",A,district,ngo,IN,,A record,true", ",B,district,ngo,IN,,A record,true"]
    assert said(duplicate_id, bank(organisations(*rows))) == []
