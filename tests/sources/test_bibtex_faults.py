"""What a broken bibliography becomes: each fault named on its line, all other entries as they would have been."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.diagnostics import Diagnostic
from build_tools.sources import bibtex
from build_tools.sources.bibtex import CODES, read_bibtex

GOOD = "@book{good, title = {Good}, year = {2001}}"


def read(text: str) -> tuple[list[str], list[Diagnostic]]:
    drafts, found = read_bibtex(text, "b.bib")
    assert all(d.code in CODES and d.message and d.path == "b.bib" for d in found)
    return [d.id for d in drafts], found


def marks(found: list[Diagnostic]) -> list[tuple[int, str, str]]:
    return [(d.line, d.code, d.subject) for d in found]


@pytest.mark.parametrize(
    ("broken", "line", "code"),
    [
        ("@book{bad,\n title = {Bad,\n year = {2000}}", 1, "bib-syntax"),  # a brace too few
        ('@book{bad,\n title = "Bad,\n year = {2000}}', 1, "bib-syntax"),  # a quote too few
        ("@book{bad, title = {Bad}", 1, "bib-syntax"),  # never closed
        ("@book{bad, title = {Bad},", 1, "bib-syntax"),
        ("@book{bad", 1, "bib-syntax"),
        ("@book{title = {Bad}}", 1, "bib-syntax"),  # no key
        ("@book{bad, title {Bad}}", 1, "bib-syntax"),  # no equals sign
        ("@book{bad, title = {Bad},, year = {2000}}", 1, "bib-syntax"),
        ("@book{bad, title = {Bad}, year}", 1, "bib-syntax"),
        ("@string{x}", 1, "bib-syntax"),
        ("@comments{bad, title = {Bad}}", 1, "bib-syntax"),  # the parser takes it for a comment
        ("@preambles{bad, title = {Bad}}", 1, "bib-syntax"),
        ("@stringx{bad = {Bad}}", 1, "bib-syntax"),
        ("@comment{@book{x,\n@misc{bad,", 1, "bib-syntax"),
        ("words\n@ book{bad, title = {Bad}}", 2, "bib-outside"),
        ("@book\n{bad, title = {Bad}}", 1, "bib-outside"),
        ("@book bad, title = {Bad}", 1, "bib-outside"),
        ("\nauthor = {Bad},\n", 2, "bib-outside"),
        ("% @book{bad, title = {Bad}}", 1, "bib-commented"),
        ("@book{, title = {Bad}}", 1, "bib-key"),
        ("@book{bad key, title = {Bad}}", 1, "bib-key"),
        ("@book{बच्चे, title = {Bad}}", 1, "bib-key"),
        ("@string{a = b}@string{b = a}", 1, "bib-string"),
        ("@string{a = {x}, b = {y}}", 1, "bib-value"),
        ("@string{a = {x}}\n@string{a = {y}}", 2, "bib-string"),
    ],
)
def test_a_broken_piece_is_named_and_the_entry_after_it_is_read(broken: str, line: int, code: str) -> None:
    ids, found = read(f"{broken}\n\n{GOOD}\n")
    assert (line, code, "") in marks(found)
    assert "good" in ids and "bad" not in ids
    assert all(d.subject != "good.en" for d in found)
    alone, _ = read_bibtex("\n" * (broken.count("\n") + 2) + GOOD, "b.bib")
    drafts, _ = read_bibtex(f"{broken}\n\n{GOOD}\n", "b.bib")
    assert alone[0] in drafts


@pytest.mark.parametrize(
    ("fields", "line", "code"),
    [
        ("title = {A},\n year = {2000}, year = {2001}", 3, "bib-duplicate-field"),
        ("title = {A}, Title = {B}", 2, "bib-duplicate-field"),
        ("title = {A}\n year = {2000},\n note = {x}", 2, "bib-value"),  # a comma is missing
        ("title = {A} {B}", 2, "bib-value"),
        ("title = ,\n year = 2000", 2, "bib-value"),
        ("title = Some Words,\n year = 2000", 2, "bib-value"),
        ("title = {A},\n journal = jel", 3, "bib-string"),
        ("title = {A},\n year = {soon}", 3, "bib-date"),
        ("title = {A},\n date = {2019-13-45}", 3, "bib-date"),
        ("title = {A},\n date = {2019-02-30}", 3, "bib-date"),
        ("title = {A},\n year = 2000,\n month = {Smarch}", 4, "bib-date"),
        ("title = {A},\n urldate = {12/3/2019}", 3, "bib-date"),
        ("title = {A},\n doi = {11.1000/182}", 3, "bib-doi"),
        ("title = {A},\n doi = {see the website}", 3, "bib-doi"),
        ("title = {A},\n isbn = {0195636288}", 3, "bib-isbn"),
        ("title = {A},\n isbn = {978-0-19-563628-3}", 3, "bib-isbn"),
        ("title = {A},\n crossref = {nobody}", 3, "bib-crossref"),
        ("title = {A},\n crossref = {k1}", 3, "bib-crossref"),
        ("title = {A},\n xdata = {nobody}", 3, "bib-crossref"),
        ("title = {A \\input{/etc/passwd}}", 2, "bib-latex"),
        ("title = {A},\n note = {\\write18{ls}}", 3, "bib-latex"),
        ("title = {A},\n annote = {\\def\\x{y}}", 3, "bib-latex"),
        ("title = {A},\n author = {\\include {x}}", 3, "bib-latex"),
        ("title = {A},\n author = {Basu, K.; Van, P.; Dev, R.}", 3, "bib-name"),
        ("title = {A},\n author = {Basu, Kaushik, Van, Pham}", 3, "bib-name"),
        ("title = {A},\n language = {Klingonese}", 3, "bib-language"),
        ("title = {A}},\n year = {2000}", 3, "bib-outside"),  # a brace too many ends the entry early
    ],
)
def test_a_broken_field_withholds_its_entry_alone(fields: str, line: int, code: str) -> None:
    ids, found = read(f"@book{{k1,\n {fields}\n}}\n{GOOD}\n")
    assert (line, code, "k1.en") in marks(found)
    assert ids == ["k1", "good"]
    assert {d.subject for d in found} <= {"k1.en"}


def test_the_file_passwd_is_not_read() -> None:
    drafts, _ = read_bibtex("@book{a, title = {x \\input{/etc/passwd}}}", "b.bib")
    assert "root:" not in repr(drafts)


def test_the_same_key_twice_keeps_the_first() -> None:
    ids, found = read(f"{GOOD}\n@book{{good, title={{B}}}}\n@book{{Good, title={{C}}}}\n@book{{x, title={{X}}}}")
    assert ids == ["good", "x"]
    assert marks(found) == [(2, "bib-duplicate-key", ""), (3, "bib-duplicate-key", "")]
    assert "line 1" in found[0].hint


def test_keys_that_give_the_same_address_are_the_same() -> None:
    ids, found = read("@book{a_b, title={A}}\n@book{A-B, title={B}}")
    assert ids == ["a-b"] and marks(found) == [(2, "bib-duplicate-key", "")]
    assert '"a_b"' in found[0].message


def test_a_duplicate_key_with_duplicate_fields_is_not_lost_either() -> None:
    _, found = read(f"{GOOD}\n@book{{good, title={{A}}, title={{B}}}}")
    assert (2, "bib-duplicate-key", "") in marks(found)


def test_crossref_cycles_and_chains_end() -> None:
    cycle = "@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}\n@book{c, title={C}, crossref={a}}"
    ids, found = read(cycle)
    assert ids == ["a", "b", "c"]
    assert marks(found) == [(1, "bib-crossref", "a.en"), (2, "bib-crossref", "b.en")]
    chain = (
        "\n".join(f"@book{{k{n}, title={{A}}, crossref={{k{n + 1}}}}}" for n in range(200)) + "\n@book{k200, title={Z}}"
    )
    assert {d.code for d in read(chain)[1]} == {"bib-crossref"}


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "@book{a, title={A}, doi={x}, isbn={1}, year={soon}}\n@book{b\n@book{c, title={C}, crossref={d}}\n@ x{d}\n"
    _, found = read(text)
    assert [d.code for d in found] == ["bib-date", "bib-doi", "bib-isbn", "bib-syntax", "bib-crossref", "bib-outside"]


def test_very_many_faults_are_counted() -> None:
    _, found = read("@a{\n" * 3_000)
    assert len(found) == 1_001
    assert [d.line for d in found if "2000 more pieces" in d.message] == [1_000]


def test_every_code_in_the_modules_is_explained() -> None:
    folder = Path(bibtex.__file__).parent
    used = {
        code for file in folder.glob("bibtex*.py") for code in re.findall(r'"(bib-[a-z-]+)"', file.read_text("utf-8"))
    }
    assert used == set(CODES)
