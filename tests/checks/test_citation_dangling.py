from __future__ import annotations

from build_tools.checks import citation_dangling
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import dataset, guide, places, said

BIB = {"bibliography/a.bib": "@book{Rao_1991,\n  title = {X},\n  year = {1991}\n}\n"}


def test_citations_of_the_text_and_among_the_sources(bank: BankOf) -> None:
    text = guide("As in [@rao1919, p. 3].", sources='\n  - "@Rao_1991, pp. 1-2"\n  - "@rao-1992"\n  - {cite: nobody}')
    found = said(citation_dangling, bank({**BIB, "content/guides/x.md": text}))
    assert places(found) == [("x.md", 6), ("x.md", 7), ("x.md", 15)]
    assert 'Did you mean "@Rao_1991"?' in found[0].hint
    assert "Did you mean" not in found[1].hint
    assert {(d.severity, d.subject) for d in found} == {(Severity.ERROR, "x.en")}


def test_a_source_in_a_table_of_figures(bank: BankOf) -> None:
    table = "year,depth,source\n2001,12,@Rao_1991\n2002,13,@nobody\n"
    [found] = said(citation_dangling, bank({**BIB, **dataset(table)}))
    assert (found.path, found.line, found.subject) == ("content/data/depths.csv", 3, "depths.en")


def test_keys_are_compared_as_addresses_are_made(bank: BankOf) -> None:
    assert said(citation_dangling, bank({**BIB, "content/guides/x.md": guide("[@rao-1991] [@Rao_1991]")})) == []


def test_an_entry_with_an_error_can_be_cited(bank: BankOf) -> None:
    files = {"bibliography/a.bib": "@book{x2001,\n  isbn = {1}\n}\n", "content/guides/x.md": guide("[@x2001]")}
    assert said(citation_dangling, bank(files)) == []


def test_a_key_fact_of_a_theme(bank: BankOf) -> None:
    theme = "- id: wells\n  labels: {en: Wells}\n  facts:\n    - {text: Deep., source: '@nobody, p. 3'}\n"
    [found] = said(citation_dangling, bank({**BIB, "content/vocabulary/themes.yml": theme}))
    assert (found.path, found.subject) == ("content/vocabulary/themes.yml", "")
