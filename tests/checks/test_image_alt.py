from __future__ import annotations

from build_tools.checks import image_alt
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, said


def test_a_picture_without_words(bank: BankOf) -> None:
    [found] = said(image_alt, bank({"content/guides/x.md": guide("One\n\n| a |\n|---|\n| ![ ](a.png) |")}))
    assert (found.line, found.severity, found.subject) == (16, Severity.ERROR, "x.en")
    assert '"a.png"' in found.message
    assert "what it shows" in found.hint


def test_nothing_is_said_of_a_picture_with_words(bank: BankOf) -> None:
    assert said(image_alt, bank({"content/guides/x.md": guide("![A well](a.png) `![](b.png)`")})) == []
