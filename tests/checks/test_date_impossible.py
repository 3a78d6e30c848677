from __future__ import annotations

import pytest

from build_tools.checks import date_impossible
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, said


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2019-02-29", "a day that the month does not have"),
        ("2019-13", "month 13"),
        ("1066", "outside the years"),
        ("2020/2018", "ends before it starts"),
        ("spring 2019", "is not a date such as"),
        ("2019-3-4", "is not a date such as"),
    ],
)
def test_a_date_that_never_was(bank: BankOf, value: str, message: str) -> None:
    [found] = said(date_impossible, bank({"content/guides/x.md": guide(date=value)}))
    assert message in found.message
    assert value in found.message
    assert "Write the year first" in found.hint
    assert (found.line, found.severity, found.subject) == (11, Severity.ERROR, "x.en")


def test_a_date_with_the_day_first_is_turned_round(bank: BankOf) -> None:
    [found] = said(date_impossible, bank({"content/guides/x.md": guide(date="14/03/2019")}))
    assert found.hint.startswith("Did you mean 2019-03-14?")


def test_no_impossible_date_is_suggested(bank: BankOf) -> None:
    [found] = said(date_impossible, bank({"content/guides/x.md": guide(date="31/02/2019")}))
    assert "Did you mean" not in found.hint


def test_the_as_on_date_of_a_law_is_a_date_too(bank: BankOf) -> None:
    [found] = said(date_impossible, bank({"content/laws/x.md": law(as_on="2023-02-30")}))
    assert "as_on" in found.message


@pytest.mark.parametrize("value", ["2019", "2019-03", "2020-02-29", "2018/2020", "2018-11/2019-02"])
def test_nothing_is_said_of_real_dates(bank: BankOf, value: str) -> None:
    assert said(date_impossible, bank({"content/guides/x.md": guide(date=value)})) == []
