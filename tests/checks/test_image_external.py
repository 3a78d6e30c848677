from __future__ import annotations

from build_tools.checks import image_external
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, places, said


def test_a_picture_from_elsewhere(bank: BankOf) -> None:
    text = guide("![A](https://tracker.example/a.gif)\n[![B](//tracker.example/b.gif)](c.txt)")
    found = said(image_external, bank({"content/guides/x.md": text}))
    assert places(found) == [("x.md", 12), ("x.md", 13)]
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "x.en")}
    assert "beside this file" in found[0].hint


def test_our_own_pictures_and_links_to_others(bank: BankOf) -> None:
    assert (
        said(image_external, bank({"content/guides/x.md": guide("![A](a.png) [B](https://example.org/b.gif)")})) == []
    )
