"""Bibliographies made to exhaust: each ends soon, with what is wrong, and any text at all is survived."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.sources.bibtex import CODES, read_bibtex
from build_tools.sources.bibtex_blocks import MAX_ENTRIES, MAX_FIELDS

GOOD = "\n@book{good, title = {Good}, year = {2001}}\n"
SECONDS = 20
"""Far more than any of these needs on a slow machine; what is caught is growth, not slowness."""


def bomb(levels: int, core: str) -> str:
    doubling = [f"@string{{a{n} = a{n - 1} # a{n - 1}}}" for n in range(1, levels)]
    return "\n".join([f"@string{{a0 = {{{core}}}}}", *doubling, f"@book{{k, title = a{levels - 1}}}", GOOD])


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("@report{}\n" * (MAX_ENTRIES - 1), True),
        ("@report{}\n" * (MAX_ENTRIES + 1), False),
        ("@{" * 9_000_000, False),
        ("@report{a, title = {" + "{}" * 900_000 + "}}", True),
        ("@report{a, title = {" + "{}" * 1_100_000 + "}}", False),
        ("@report{a," + "a=1," * (MAX_FIELDS - 20) + "}", True),
        ("@report{a," + "a=1," * (MAX_FIELDS + 20) + "}", False),
    ],
)
def test_a_bibliography_is_bounded_before_it_is_cut_up(text: str, stays: bool) -> None:
    start = time.monotonic()
    drafts, found = read_bibtex(text + GOOD, "b.bib")
    assert time.monotonic() - start < SECONDS
    assert ("good" in [d.id for d in drafts]) is stays
    assert ([(d.line, d.code) for d in found] == [(1, "bib-size")]) is not stays


@pytest.mark.parametrize("text", [bomb(60, "xxxxxxxxxx"), bomb(60, ""), bomb(4_000, "x")])
def test_doubling_abbreviations_are_refused_unexpanded(text: str) -> None:
    start = time.monotonic()
    drafts, found = read_bibtex(text, "b.bib")
    assert time.monotonic() - start < 5
    assert [d.id for d in drafts] == ["k", "good"]
    assert {d.code for d in found} == {"bib-expansion"}
    assert [d.subject for d in found] == ["", "k.en"]


def test_many_uses_of_one_long_abbreviation_are_bounded_together() -> None:
    uses = "".join(f"@book{{k{n}, title = a}}\n" for n in range(300))
    drafts, found = read_bibtex(f"@string{{a = {{{'x' * 90_000}}}}}\n{uses}", "b.bib")
    assert len(drafts) == 300
    assert sum(len(str(d.data.get("title", ""))) for d in drafts) < 3_000_000
    assert found and {d.code for d in found} == {"bib-expansion"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n@book{bad,\n title = {" + "a b" * 350_000, 2),
        ('\n@book{bad,\n title = "' + "a b\n" * 250_000, 2),
        ("@book{bad, title = {" + "{" * 1_000_000, 1),
        ("@comment{" + "x\n" * 500_000, 1),
    ],
)
def test_a_megabyte_that_is_never_closed(text: str, line: int) -> None:
    start = time.monotonic()
    drafts, found = read_bibtex(text + GOOD, "b.bib")
    assert time.monotonic() - start < SECONDS
    assert [d.id for d in drafts] == ["good"]
    assert [(d.line, d.code) for d in found] == [(line, "bib-syntax")]
    assert read_bibtex(text, "b.bib")[0] == []


@pytest.mark.parametrize(
    "value",
    [
        "{" * 100_000 + "}" * 100_000,
        "\\'" * 100_000,
        "\\'{" + " " * 200_000 + "}",
        "\\begin{" * 30_000 + "}" * 30_000,
        "$" * 200_001,
        "- " * 100_000,
        "A and " * 20_000,
        "A," * 100_000,
        "1 " * 100_000,
        "10." + "1.1" * 60_000,
        "\n \n" * 60_000,
    ],
)
@pytest.mark.parametrize("name", ["title", "author", "date", "pages", "doi", "isbn", "url", "language"])
def test_long_values_in_every_field(name: str, value: str) -> None:
    start = time.monotonic()
    read_bibtex(f"@book{{k, {name} = {{{value}}}}}{GOOD}", "b.bib")
    assert time.monotonic() - start < SECONDS


def test_ten_thousand_entries() -> None:
    text = "".join(
        f"@article{{k{n}, author = {{Basu, Kaushik and {{\\'E}}mile B}}, title = {{{{A}} no {n}}}, year = 2001}}\n"
        for n in range(10_000)
    )
    start = time.monotonic()
    drafts, found = read_bibtex(text, "b.bib")
    assert time.monotonic() - start < 3 * SECONDS
    assert len(drafts) == 10_000 and found == []


PIECES = st.sampled_from(
    [
        "@book{", "@article(", "@string{", "@comment{", "@preamble{", "@", "{", "}", "(", ")", '"', ",", "=", "#", "\n",
        " ", "key", "title", "author", "year", "date", "month", "doi", "isbn", "url", "crossref", "language", " and ",
        "\\", "\\input", "\\'", "\\c ", "\\frac", "$", "~", "--", "%", "2019", "/", "n.d.", "बाल श्रम", "é", "others",
        "10.1000/182", "0195636287", "https://x.org/", "von ", "\x00", "\x01", "\x02", "\ue000",
        "॰", "²", "Ⅷ", "٣", "\u202e",
    ]
)  # fmt: skip
ENTRY = st.tuples(
    st.sampled_from(["title", "author", "year", "month", "date", "pages", "doi", "isbn", "url", "edition", "themes"]),
    st.lists(PIECES.filter(lambda piece: not set(piece) & set("{}()@")), max_size=8).map("".join),
)


@settings(deadline=timedelta(seconds=SECONDS), max_examples=300)
@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_survived(text: str) -> None:
    drafts, found = read_bibtex(text, "b.bib")
    assert all(d.code in CODES for d in found)
    assert len({d.id for d in drafts}) == len(drafts)
    lines = text.count("\n") + 1
    assert all(1 <= d.line <= lines for d in found) and all(1 <= d.ref.line <= lines for d in drafts)


@settings(deadline=timedelta(seconds=SECONDS), max_examples=300)
@given(st.lists(ENTRY, max_size=6, unique_by=lambda pair: pair[0]))
def test_any_values_are_survived_and_the_cleaned_entry_is_one_entry(fields: list[tuple[str, str]]) -> None:
    text = "@book{k,\n" + "".join(f" {name} = {{{value}}},\n" for name, value in fields) + "}"
    for draft in read_bibtex(text, "b.bib")[0]:
        again, found = read_bibtex(str(draft.data["bibtex"]), "b.bib")
        assert [d.id for d in again] == ["k"]
        assert not {d.code for d in found} & {"bib-syntax", "bib-outside", "bib-value", "bib-latex"}
