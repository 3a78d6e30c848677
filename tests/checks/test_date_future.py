from __future__ import annotations

from build_tools.checks import date_future
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, places, png, said


def test_days_that_have_not_come(bank: BankOf) -> None:
    found = said(date_future, bank({"content/guides/x.md": guide(added="2026-11-23", date="2062")}))
    assert places(found) == [("x.md", 5), ("x.md", 11)]
    assert {(d.severity, d.subject) for d in found} == {(Severity.NOTICE, "x.en")}
    assert "year is right" in found[0].hint


def test_nothing_is_said_of_days_that_may_have_come(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide(added="2026-11-22", date="2026/2030"), "content/laws/x.md": law(date="")}
    assert said(date_future, bank(files)) == []


def test_nobody_types_a_text_tomorrow(bank: BankOf) -> None:
    yml = "title: X\ntranscribed: {by: A Reader, date: 2026-11-22}\nchecked:\n  by: Another\n  date: 2026-11-23\n"
    files: dict[str, str | bytes] = {"clippings/2026/x.png": png(600, 600), "clippings/2026/x.txt": "Words."}
    [found] = said(date_future, bank({**files, "clippings/2026/x.yml": yml}))
    assert (found.line, found.message) == (5, "date of checked is 2026-11-23, which has not come yet")
