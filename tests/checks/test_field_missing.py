from __future__ import annotations

from build_tools.checks import field_missing
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import COMMON, guide, kit, organisations, said


def test_a_field_that_is_not_there(bank: BankOf) -> None:
    [found] = said(field_missing, bank({"content/guides/x.md": guide(title=None)}))
    assert (found.line, found.severity, found.subject) == (1, Severity.ERROR, "x.en")
    assert found.message == "has no title"
    assert 'Add "title: …"' in found.hint


def test_a_field_without_a_value_is_named_on_its_line(bank: BankOf) -> None:
    [found] = said(field_missing, bank({"content/guides/x.md": guide(title="")}))
    assert (found.line, found.message) == (2, "has nothing in the field title")


def test_an_optional_field_without_a_value_may_be_deleted(bank: BankOf) -> None:
    [found] = said(field_missing, bank({"content/guides/x.md": guide(related="")}))
    assert "delete the line" in found.hint


def test_the_part_that_lacks_a_field_is_counted_from_one(bank: BankOf) -> None:
    steps = "\n  - {title: Look, text: Look., outcome: Seen.}\n  - {title: Dig, text: Dig.}"
    [found] = said(field_missing, bank({"content/guides/x.md": guide(steps=steps)}))
    assert (found.line, found.message) == (len(COMMON) + 5, "has no outcome of entry 2 of steps")
    assert "What is true when the step is done" in found.hint


def test_an_empty_list_where_one_entry_is_needed(bank: BankOf) -> None:
    [found] = said(field_missing, bank({"content/toolkits/kit-x.md": kit("[]")}))
    assert "tools" in found.message


def test_a_cell_names_its_column_and_what_can_stand_there(bank: BankOf) -> None:
    [found] = said(field_missing, bank(organisations("org-x,A Society,,ngo,IN,2026-10-01,A record,true")))
    assert found.line == 2
    assert 'column "level"' in found.hint
    assert "district" in found.hint


def test_an_entry_of_a_bibliography_is_told_in_its_own_language(bank: BankOf) -> None:
    [found] = said(field_missing, bank({"bibliography/a.bib": "@book{x2001,\n  year = {2001}\n}\n"}))
    assert "title = {…}" in found.hint


def test_a_field_that_the_reader_could_not_read_is_not_missing_as_well(bank: BankOf) -> None:
    files = {"bibliography/a.bib": "@book{x2001,\n  title = nobody,\n  year = {2001}\n}\n"}
    assert said(field_missing, bank(files)) == []


def test_nothing_is_said_of_a_whole_record(bank: BankOf) -> None:
    assert said(field_missing, bank({"content/guides/x.md": guide()})) == []
