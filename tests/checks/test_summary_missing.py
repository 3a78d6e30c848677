from __future__ import annotations

from build_tools.checks import summary_missing
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, organisations, said


def test_a_record_without_a_summary(bank: BankOf) -> None:
    [found] = said(summary_missing, bank({"content/guides/x.md": guide(summary=None)}))
    assert (found.line, found.severity, found.subject) == (1, Severity.NOTICE, "x.en")
    assert "summary:" in found.hint


def test_a_row_of_a_directory_needs_none(bank: BankOf) -> None:
    row = "org-x,A Society,district,ngo,IN,2026-10-01,A record,true"
    assert said(summary_missing, bank({**organisations(row), "content/guides/x.md": guide()})) == []
