from __future__ import annotations

from random import Random

import pytest

from build_tools.checks import identity_number
from build_tools.confine import Bounds
from build_tools.diagnostics import Severity
from tests.identity import made
from tests.identity.test_documents import pdf

from .conftest import BankOf
from .support import dataset, guide, png, said

NUMBER = made.mobile(Random(1))
BIB = "@book{{rao1991,\n  title = {{Wells}},\n  year = {{1991}},\n  note = {{{}}}\n}}\n"


def test_a_number_in_a_body_is_named_by_its_line_and_never_repeated(bank: BankOf) -> None:
    body = f"One.\n\nCall {NUMBER[:5]} {NUMBER[5:]} at once."
    [found] = said(identity_number, bank({"content/guides/x.md": guide(body)}))
    assert (found.path, found.line, found.subject) == ("content/guides/x.md", 14, "x.en")
    assert found.severity is Severity.ERROR
    assert "mobile number" in found.message
    assert not any(NUMBER[at : at + 4] in found.message + found.hint for at in range(7))


@pytest.mark.parametrize(
    ("files", "path", "line", "subject"),
    [
        ({"content/guides/x.md": guide(title=f'"Ring {NUMBER}"')}, "content/guides/x.md", 2, "x.en"),
        ({"content/guides/x.md": guide(f"![Ring {NUMBER}](a.png)")}, "content/guides/x.md", 12, "x.en"),
        (
            {"content/guides/x.md": guide(title='"' + "".join(f"\\u{ord(c):04x}" for c in NUMBER) + '"')},
            "content/guides/x.md", 2, "x.en",
        ),
        ({"bibliography/b.bib": BIB.format(NUMBER)}, "bibliography/b.bib", 4, "rao1991.en"),
        (dataset(f"year,depth,source\n2001,12,{NUMBER}\n"), "content/data/depths.csv", 2, "depths.en"),
        (
            {"clippings/2019/x.png": png(600, 600), "clippings/2019/x.txt": f"A\nRing {NUMBER}\n"},
            "clippings/2019/x.txt", 2, "x.en",
        ),
        (
            {"clippings/2019/x.png": png(600, 600), "clippings/2019/x.yml": f"title: X\nbyline: {NUMBER}\n"},
            "clippings/2019/x.yml", 2, "x.en",
        ),
        (
            {"content/guides/x.md": guide("[list](list.txt)"), "content/guides/list.txt": f"{NUMBER}\n"},
            "content/guides/list.txt", 1, "x.en",
        ),
        (
            {f"clippings/2019/call-{NUMBER}.png": png(600, 600)},
            f"clippings/2019/call-{NUMBER}.png", 0, f"call-{NUMBER}.en",
        ),
        ({"mkdocs.yml": f"site_name: Ring {NUMBER}\n"}, "mkdocs.yml", 1, ""),
    ],
)  # fmt: skip
def test_every_kind_of_file_is_read(
    bank: BankOf, files: dict[str, str | bytes], path: str, line: int, subject: str
) -> None:
    [found] = said(identity_number, bank(files))
    assert (found.path, found.line, found.subject) == (path, line, subject)


def test_one_row_of_a_table_withholds_that_row_only(bank: BankOf) -> None:
    rows = f"id,title,level,kind,activities\norg-a,A,district,ngo,Helps\norg-b,B,district,ngo,Ring {NUMBER}\n"
    [found] = said(identity_number, bank({"content/directory/organisations.csv": rows}))
    assert (found.line, found.subject) == (3, "org-b.en")


def test_what_the_directory_lists_may_stand_anywhere(bank: BankOf) -> None:
    rows = f"id,title,level,kind,phone,email\norg-a,A,district,ngo,+91-{NUMBER},help@some-domain.in\n"
    body = f"Ring 0{NUMBER} or write to help@some-domain.in."
    files = {"content/directory/organisations.csv": rows, "content/guides/x.md": guide(body)}
    assert said(identity_number, bank(files)) == []


def test_the_words_of_a_document(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        "content/guides/x.md": guide("[Report](report.pdf)"),
        "content/guides/report.pdf": pdf(f"Ring {NUMBER}"),
    }
    [found] = said(identity_number, bank(files))
    assert (found.path, found.line, found.subject) == ("content/guides/report.pdf", 0, "x.en")


def test_a_document_that_nobody_could_look_through_is_not_handed_on(
    bank: BankOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: dict[str, str | bytes] = {"content/guides/a.md": guide("[A](a.pdf)"), "content/guides/a.pdf": pdf("Wells")}
    assert said(identity_number, bank(files)) == []
    monkeypatch.setattr("build_tools.identity.documents.BOUNDS", Bounds(seconds=0.001))
    [found] = said(identity_number, bank(files))
    assert (found.path, found.subject) == ("content/guides/a.pdf", "a.en")
    monkeypatch.undo()
    [found] = said(identity_number, bank({**files, "content/guides/a.pdf": pdf("Wells") + b" " * 30 * 2**20}))
    assert "30 MB" in found.message
