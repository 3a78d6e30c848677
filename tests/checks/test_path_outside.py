from __future__ import annotations

import pytest

from build_tools.checks import path_outside
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, kit, said


@pytest.mark.parametrize(
    "name", ["../../../secret.txt", "/etc/hosts", "..\\..\\..\\secret.txt", "%2e%2e/%2e%2e/%2e%2e/x"]
)
def test_a_path_that_leads_out(bank: BankOf, name: str) -> None:
    [found] = said(path_outside, bank({"content/guides/x.md": guide(f"[this](<{name}>)")}))
    assert (found.line, found.severity, found.subject) == (12, Severity.ERROR, "x.en")
    assert "leads out of the bank" in found.message
    assert "beside the record" in found.hint


@pytest.mark.parametrize("name", ["../../../a.pdf", "C:\\a.pdf"])
def test_a_path_in_a_field(bank: BankOf, name: str) -> None:
    [found] = said(path_outside, bank({"content/toolkits/kit-x.md": kit(f"[{{title: A, file: '{name}'}}]")}))
    assert found.line == 7


def test_a_path_within_the_bank_may_go_up(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide("[this](../../clippings/a.png)")}
    assert said(path_outside, bank(files)) == []
