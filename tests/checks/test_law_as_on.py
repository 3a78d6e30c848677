from __future__ import annotations

import pytest

from build_tools import checks
from build_tools.checks import law_as_on
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import TODAY, law, said


@pytest.mark.parametrize(("value", "line"), [(None, 1), ("", 10), ('""', 10)])
def test_a_law_without_the_day_says_so_once(bank: BankOf, value: str | None, line: int) -> None:
    made = bank({"content/laws/x.md": law(as_on=value)})
    [found] = checks.run(made, TODAY)
    assert [found] == said(law_as_on, made)
    assert (found.line, found.severity, found.subject) == (line, Severity.ERROR, "x.en")
    assert "on which day" in found.message
    assert "as_on: 2024-06-30" in found.hint


def test_a_day_that_has_not_come(bank: BankOf) -> None:
    [found] = said(law_as_on, bank({"content/laws/x.md": law(as_on="2026-11-23")}))
    assert (found.line, found.subject) == (10, "x.en")
    assert "has not come yet" in found.message


@pytest.mark.parametrize("value", ["2026-11-22", "2026-11", "2026", "2019-03-14"])
def test_nothing_is_said_of_days_that_may_have_come(bank: BankOf, value: str) -> None:
    assert said(law_as_on, bank({"content/laws/x.md": law(as_on=value)})) == []
