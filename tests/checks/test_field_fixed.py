from __future__ import annotations

from build_tools.checks import field_fixed
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, guide, places, said


def test_a_second_id(bank: BankOf) -> None:
    [found] = said(field_fixed, bank({"content/guides/x.md": guide(id="y")}))
    assert (found.line, found.severity, found.subject) == (11, Severity.WARNING, "x.en")
    assert "file's name" in found.hint


def test_the_language_of_a_translation_and_the_rows_of_a_table(bank: BankOf) -> None:
    files = {**dataset(rows="[[1]]"), "content/guides/x.md": guide(), "content/guides/x.hi.md": guide(language="en")}
    assert places(said(field_fixed, bank(files))) == [("depths.yml", 10), ("x.hi.md", 11)]


def test_a_text_may_say_its_own_language_and_kind(bank: BankOf) -> None:
    assert said(field_fixed, bank({"content/guides/x.md": guide(language="hi", type="guide"), **dataset()})) == []
