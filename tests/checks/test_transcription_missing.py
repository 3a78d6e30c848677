from __future__ import annotations

import pytest

from build_tools.checks import transcription_missing
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import png, said

YML = "title: X\ntranscribed: {by: A Reader, date: 2026-01-31}\n"


def test_a_name_without_a_text(bank: BankOf) -> None:
    made = bank({"clippings/2019/x.png": png(600, 600), "clippings/2019/x.yml": YML})
    [found] = said(transcription_missing, made)
    assert (found.path, found.line, found.severity, found.subject) == (
        "clippings/2019/x.yml", 2, Severity.ERROR, "x.en",
    )  # fmt: skip
    assert "clippings/2019/x.txt is not there" in found.message
    assert "x.txt" in found.hint


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_a_name_beside_an_empty_text(bank: BankOf, text: str) -> None:
    made = bank({"clippings/2019/x.png": png(600, 600), "clippings/2019/x.yml": YML, "clippings/2019/x.txt": text})
    [found] = said(transcription_missing, made)
    assert "clippings/2019/x.txt is empty" in found.message


def test_a_reader_of_nothing(bank: BankOf) -> None:
    yml = "title: X\nchecked: {by: A Reader, date: 2026-01-31}\n"
    [found] = said(transcription_missing, bank({"clippings/2019/x.png": png(600, 600), "clippings/2019/x.yml": yml}))
    assert "who checked" in found.message


def test_a_name_with_its_text(bank: BankOf) -> None:
    scan: dict[str, str | bytes] = {"clippings/2019/x.png": png(600, 600)}
    assert said(transcription_missing, bank({**scan, "clippings/2019/x.yml": YML, "clippings/2019/x.txt": "W."})) == []
    assert said(transcription_missing, bank({"clippings/2019/y.png": png(600, 600)})) == []
