from __future__ import annotations

from build_tools.checks import source_missing
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, guide, organisations, places, said


def test_a_record_of_facts_needs_a_source(bank: BankOf) -> None:
    found = said(
        source_missing, bank({"content/guides/x.md": guide(sources=None), "content/guides/y.md": guide(sources="[]")})
    )
    assert places(found) == [("x.md", 1), ("y.md", 4)]
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "x.en"), (Severity.ERROR, "y.en")}
    assert '"@key"' in found[0].hint


def test_a_row_needs_one_too(bank: BankOf) -> None:
    [found] = said(source_missing, bank(organisations("org-x,A Society,district,ngo,IN,2026-10-01,,true")))
    assert 'column "sources"' in found.hint


def test_a_fault_in_the_sources_is_said_once(bank: BankOf) -> None:
    assert said(source_missing, bank({"content/guides/x.md": guide(sources="")})) == []


def test_figures_and_pages_have_rules_of_their_own(bank: BankOf) -> None:
    files = {**dataset(), "content/pages/about.md": "---\ntitle: About\n---\n"}
    assert said(source_missing, bank(files)) == []
