from __future__ import annotations

import pytest

from build_tools.checks import organisation_stale
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import organisations, said


def row(verified_on: str, verified: str = "true") -> dict[str, str]:
    return organisations(f"org-x,A Society,district,ngo,IN,{verified_on},A record,{verified}")


@pytest.mark.parametrize("day", ["2025-11-21", "2025-10", "2024", "2019-03-14"])
def test_an_entry_older_than_a_year(bank: BankOf, day: str) -> None:
    [found] = said(organisation_stale, bank(row(day)))
    assert (found.line, found.severity, found.subject) == (2, Severity.NOTICE, "org-x.en")
    assert day in found.message
    assert "verified_on" in found.hint


def test_an_entry_that_does_not_say(bank: BankOf) -> None:
    [found] = said(organisation_stale, bank(row("")))
    assert "does not say" in found.message


@pytest.mark.parametrize("day", ["2025-11-22", "2025-11", "2025", "2026-11-22"])
def test_what_may_be_younger_than_a_year(bank: BankOf, day: str) -> None:
    assert said(organisation_stale, bank(row(day))) == []


def test_what_is_marked_as_not_verified_is_not_stale(bank: BankOf) -> None:
    assert said(organisation_stale, bank(row("2019", "false"))) == []
