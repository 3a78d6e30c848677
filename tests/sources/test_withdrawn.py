"""Records that are taken down by a field of their own or by the bank's table."""

from __future__ import annotations

import pytest

from build_tools import checks
from build_tools.sources.bank import Bank
from build_tools.sources.withdrawn import Withdrawal, read_rows
from tests.checks.conftest import BankOf, bank
from tests.checks.support import TODAY, guide

__all__ = ["bank"]
TABLE = "id,date,reason\n"
SAID = "{date: 2026-11-20, reason: At the wish of the family}"


def found_in(made: Bank) -> list[tuple[str, int, str]]:
    return [(d.path, d.line, d.code) for d in checks.run(made, TODAY)]


def test_a_field_takes_a_record_down_in_all_languages(bank: BankOf) -> None:
    files = {"content/guides/x.md": guide(withdrawn=SAID), "content/guides/x.hi.md": guide()}
    made = bank({**files, "content/guides/y.md": guide("See [[x]].")})
    assert [draft.uid for draft in made.drafts] == ["y.en"]
    assert made.withdrawn == {"x": Withdrawal("guide", "2026-11-20", "At the wish of the family")}
    assert found_in(made) == []


def test_a_row_of_the_table_does_the_same(bank: BankOf) -> None:
    rows = TABLE + "x,2026-11-20,A mistake\n"
    made = bank({"content/guides/x.md": guide(), "content/withdrawn.csv": rows})
    assert made.drafts == ()
    assert made.withdrawn == {"x": Withdrawal("guide", "2026-11-20", "A mistake")}
    assert found_in(made) == []


def test_a_deleted_record_keeps_its_notice_by_its_type(bank: BankOf) -> None:
    rows = "id,date,reason,type\ngone,2026-11,A mistake,law\n"
    made = bank({"content/withdrawn.csv": rows})
    assert made.withdrawn == {"gone": Withdrawal("law", "2026-11", "A mistake")}


def test_an_id_that_nothing_has(bank: BankOf) -> None:
    made = bank({"content/withdrawn.csv": TABLE + "gone,2026-11-20,A mistake\n"})
    assert made.withdrawn == {}
    assert found_in(made) == [("content/withdrawn.csv", 2, "withdrawn-unknown")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id,when\nx,2026\n", 1),
        (TABLE + "X y,2026-11-20,A mistake\n", 2),
        (TABLE + "x,yesterday,A mistake\n", 2),
        (TABLE + "x,2026-11-20,\n", 2),
        ("id,date,reason,type\nx,2026-11-20,A mistake,novel\n", 2),
    ],
)
def test_rows_that_cannot_be_read(text: str, line: int) -> None:
    rows, found = read_rows(text)
    assert rows == []
    assert [(d.line, d.code) for d in found] == [(line, "withdrawn-row")]
    assert found[0].hint


def test_a_record_whose_field_is_wrong_is_an_error_and_not_published(bank: BankOf) -> None:
    made = bank({"content/guides/x.md": guide(withdrawn="{date: 2026-11-20}")})
    assert made.withdrawn == {}
    assert [draft.record for draft in made.drafts] == [None]
    assert [code for _, _, code in found_in(made)] == ["field-missing"]
