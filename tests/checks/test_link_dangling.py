from __future__ import annotations

from build_tools.checks import link_dangling
from build_tools.diagnostics import Severity

from .conftest import BankOf
from .support import guide, law, organisations, places, said


def test_links_of_the_text_and_of_fields(bank: BankOf) -> None:
    text = guide("One\n[[other]] and [[othr|words]].", related="[othr]")
    found = said(link_dangling, bank({"content/guides/x.md": text, "content/guides/other.md": guide()}))
    assert places(found) == [("x.md", 11), ("x.md", 14)]
    assert {(d.severity, d.subject, d.hint[:21]) for d in found} == {(Severity.ERROR, "x.en", 'Did you mean "other"?')}


def test_a_law_and_its_successor(bank: BankOf) -> None:
    [found] = said(link_dangling, bank({"content/laws/x.md": law(replaced_by="y")}))
    assert 'replaced_by names "y"' in found.message


def test_links_in_longer_fields_are_seen(bank: BankOf) -> None:
    table = "id,title,definition,see_also,sources\nwell,Well,A hole with [[water]].,pond,A record\n"
    found = said(link_dangling, bank({"content/glossary/terms.csv": table}))
    assert [d.message.split('"')[1] for d in found] == ["water", "pond"]


def test_organisations_are_organisations(bank: BankOf) -> None:
    rows = organisations("org-x,A Society,district,ngo,IN,2026-10-01,A record,true")
    files = {**rows, "content/laws/y.md": law(), "content/guides/x.md": guide(organisations="[org-x, y]")}
    [found] = said(link_dangling, bank(files))
    assert 'names "y", which is a law' in found.message


def test_a_record_with_an_error_can_be_linked_to(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        "content/guides/x.md": guide("[[y]] [[z]] [[w]]"),
        "content/guides/y.md": guide(title=None),
        "content/guides/z.md": "---\ntitle: One\ntitle: Two\n---\n",
        "content/guides/w.md": b"---\ntitle: \xff\n---\n",
    }
    assert said(link_dangling, bank(files)) == []


def test_what_stands_in_code_is_no_link(bank: BankOf) -> None:
    assert said(link_dangling, bank({"content/guides/x.md": guide("Write `[[nowhere]]`.")})) == []
