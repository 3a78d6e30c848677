from __future__ import annotations

import pytest

from build_tools.checks import licence_unknown
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, said


@pytest.mark.parametrize(
    ("written", "meant"),
    [("CC BY 4.0", "CC-BY-4.0"), ("cc-by-sa-4.0", "CC-BY-SA-4.0"), ("ODBL 1.0", "ODbL-1.0"), ("CC-BY-40", "CC-BY-4.0")],
)
def test_a_licence_written_in_another_way(bank: BankOf, written: str, meant: str) -> None:
    [found] = said(licence_unknown, bank({"content/guides/x.md": guide(licence=written)}))
    assert (found.line, found.severity, found.subject) == (6, Severity.ERROR, "x.en")
    assert f'Did you mean "{meant}"?' in found.hint


def test_a_licence_that_says_nothing(bank: BankOf) -> None:
    [found] = said(licence_unknown, bank({"content/guides/x.md": guide(licence="ask the author")}))
    assert "all-rights-reserved" in found.hint


@pytest.mark.parametrize("name", ["CC-BY-4.0", "CC0-1.0", "OGL-UK-3.0", "GODL-India", "public-domain", "ODbL-1.0"])
def test_nothing_is_said_of_known_licences(bank: BankOf, name: str) -> None:
    assert said(licence_unknown, bank({"content/guides/x.md": guide(licence=name)})) == []
