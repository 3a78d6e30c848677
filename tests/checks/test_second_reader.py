from __future__ import annotations

import pytest

from build_tools import checks
from build_tools.checks import second_reader
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import TODAY, png, said

FILES: dict[str, str | bytes] = {"clippings/2019/x.png": png(600, 600), "clippings/2019/x.txt": "Words."}


def yml(first: str, second: str) -> dict[str, str | bytes]:
    rows = [f"transcribed: {{by: {first}, date: 2026-01-31}}"] if first else []
    rows += [f"checked: {{by: {second}, date: 2026-02-01}}"] if second else []
    return {**FILES, "clippings/2019/x.yml": "\n".join(["title: X", *rows]) + "\n"}


@pytest.mark.parametrize("second", ["A Reader", "a reader", '" A  reader "'])
def test_nobody_checks_what_they_typed(bank: BankOf, second: str) -> None:
    [found] = said(second_reader, bank(yml("A Reader", second)))
    assert (found.line, found.severity, found.subject) == (3, Severity.ERROR, "x.en")
    assert "by the person who typed it" in found.message


def test_a_check_without_a_first_reader(bank: BankOf) -> None:
    [found] = said(second_reader, bank(yml("", "A Reader")))
    assert (found.line, found.severity) == (2, Severity.ERROR)
    assert "transcribed:" in found.hint


def test_two_readers_or_one(bank: BankOf) -> None:
    assert said(second_reader, bank(yml("A Reader", "Another Reader"))) == []
    assert said(second_reader, bank(yml("A Reader", ""))) == []


@pytest.mark.parametrize(
    ("value", "code", "says"),
    [
        ("A Reader", "field-type", "transcribed"),
        ("{by: A Reader}", "field-missing", "date of transcribed"),
        ("{by: A Reader, date: soon}", "date-impossible", "date of transcribed"),
        ("{by: A Reader, date: 2026-01-31, on: paper}", "field-unknown", "on"),
    ],
)
def test_a_signature_of_the_wrong_form_is_one_error(bank: BankOf, value: str, code: str, says: str) -> None:
    found = [
        d
        for d in checks.run(bank({**FILES, "clippings/2019/x.yml": f"title: X\ntranscribed: {value}\n"}), TODAY)
        if d.severity is Severity.ERROR
    ]
    assert [(d.code, d.line) for d in found] == [(code, 2)]
    assert says in found[0].message
