from __future__ import annotations

from build_tools.checks import licence_missing
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, said


def test_a_text_of_our_own_needs_a_licence(bank: BankOf) -> None:
    [found] = said(licence_missing, bank({"content/guides/x.md": guide(licence=None)}))
    assert (found.line, found.severity, found.subject) == (1, Severity.ERROR, "x.en")
    assert "licence: CC-BY-4.0" in found.hint


def test_a_law_needs_none(bank: BankOf) -> None:
    assert said(licence_missing, bank({"content/laws/x.md": law(), "content/guides/x.md": guide()})) == []


def test_an_empty_licence_is_said_once(bank: BankOf) -> None:
    assert said(licence_missing, bank({"content/guides/x.md": guide(licence="5")})) == []
