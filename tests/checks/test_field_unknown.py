from __future__ import annotations

from build_tools.checks import field_unknown
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, kit, organisations, said


def test_a_mistyped_field_is_named_with_what_was_meant(bank: BankOf) -> None:
    [found] = said(field_unknown, bank({"content/guides/x.md": guide(sumary="Mistyped")}))
    assert (found.line, found.severity, found.subject) == (11, Severity.ERROR, "x.en")
    assert "sumary" in found.message
    assert found.hint == 'Did you mean "summary"?'


def test_a_field_like_no_other_gets_the_list(bank: BankOf) -> None:
    [found] = said(field_unknown, bank({"content/guides/x.md": guide(zzz="1")}))
    assert "known are: title, summary" in found.hint


def test_fields_of_parts_are_compared_with_those_of_the_part(bank: BankOf) -> None:
    [found] = said(field_unknown, bank({"content/toolkits/kit-x.md": kit("[{title: A form, langauges: [en]}]")}))
    assert "langauges of entry 1 of tools" in found.message
    assert '"languages"' in found.hint


def test_a_table_has_columns(bank: BankOf) -> None:
    files = organisations("org-x,A Society,district,ngo,IN,2026-10-01,A record,true")
    table = files["content/directory/organisations.csv"].replace("level", "levl")
    [found] = said(field_unknown, bank({"content/directory/organisations.csv": table}))
    assert "unknown column levl" in found.message


def test_nothing_is_said_of_known_fields(bank: BankOf) -> None:
    assert said(field_unknown, bank({"content/guides/x.md": guide(audience="[all]")})) == []
