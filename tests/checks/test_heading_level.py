from __future__ import annotations

from build_tools.checks import heading_level
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, places, said


def test_a_second_title_and_a_level_that_is_skipped(bank: BankOf) -> None:
    body = "### Too deep\n\n# A title\n\n## Good\n\n#### Too deep again\n\nUnderlined\n=========="
    found = said(heading_level, bank({"content/guides/x.md": guide(body)}))
    assert places(found) == [("x.md", 12), ("x.md", 14), ("x.md", 18), ("x.md", 20)]
    assert [d.hint for d in found] == [f"Write it with {signs}." for signs in ("##", "##", "###", "##")]
    assert {(d.severity, d.subject) for d in found} == {(Severity.WARNING, "x.en")}


def test_nothing_is_said_of_levels_in_order(bank: BankOf) -> None:
    body = "## One\n\n### Two\n\n#### Three\n\n## Four\n\n```\n# no heading\n```"
    assert said(heading_level, bank({"content/guides/x.md": guide(body)})) == []
