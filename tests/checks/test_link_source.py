from __future__ import annotations

from build_tools.checks import link_source
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, said


def test_a_link_to_the_file_of_a_record(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide("[the law](../laws/y.hi.md)"), "content/laws/y.hi.md": law()}
    [found] = said(link_source, bank(files))
    assert (found.line, found.severity, found.subject) == (12, Severity.ERROR, "x.en")
    assert "[[y]]" in found.hint


def test_other_files_are_for_readers(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide("[a](a.md) [b](b.txt)"), "content/guides/b.txt": "b"}
    assert said(link_source, bank(files)) == []
