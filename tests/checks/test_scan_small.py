from __future__ import annotations

from build_tools.checks import scan_small
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import png, said


def test_a_scan_of_few_pixels(bank: BankOf) -> None:
    [found] = said(scan_small, bank({"clippings/2019/x.png": png(1200, 499)}))
    assert (found.path, found.severity, found.subject) == ("clippings/2019/x.png", Severity.WARNING, "x.en")
    assert "1200 × 499" in found.message
    assert "300 dpi" in found.hint


def test_nothing_is_said_of_enough_pixels(bank: BankOf) -> None:
    assert said(scan_small, bank({"clippings/2019/x.png": png(500, 500)})) == []
