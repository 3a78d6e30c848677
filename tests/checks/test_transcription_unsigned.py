from __future__ import annotations

from build_tools.checks import transcription_unsigned
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import png, said

SCAN: dict[str, str | bytes] = {"clippings/2019/x.png": png(600, 600), "clippings/2019/x.txt": "Words."}


def test_a_text_that_nobody_signed_is_accepted_with_a_notice(bank: BankOf) -> None:
    made = bank({**SCAN, "clippings/2019/x.yml": "title: X\n"})
    [found] = said(transcription_unsigned, made)
    assert (found.path, found.line, found.severity) == ("clippings/2019/x.yml", 1, Severity.NOTICE)
    assert "transcribed: {by:" in found.hint
    assert [draft.record is not None for draft in made.drafts] == [True]


def test_a_text_without_any_yml(bank: BankOf) -> None:
    [found] = said(transcription_unsigned, bank(SCAN))
    assert found.path == "clippings/2019/x.png"


def test_a_signed_text_and_no_text(bank: BankOf) -> None:
    signed = "title: X\ntranscribed: {by: A Reader, date: 2026-01-31}\n"
    assert said(transcription_unsigned, bank({**SCAN, "clippings/2019/x.yml": signed})) == []
    assert said(transcription_unsigned, bank({"clippings/2019/y.png": png(600, 600)})) == []
