"""Joining records: what stands under which label, letter and year, and what to read next."""

from __future__ import annotations

import pytest

from build_tools.catalogue import Catalogue, Entry, letter, publishable
from build_tools.diagnostics import Diagnostic, Severity
from build_tools.markdown import parse
from build_tools.model import CaseStudy, Label, Place, Publication, Record, SourceRef, Term, Vocabulary
from build_tools.sources.draft import validate

PLACES = {
    "IN": Place("IN", "country", {"en": "India"}),
    "IN-RJ": Place("IN-RJ", "state", {"en": "Rajasthan"}, "IN"),
    "IN-RJ/jaipur": Place("IN-RJ/jaipur", "district", {"en": "Jaipur", "hi": "जयपुर"}, "IN-RJ"),
}


def entry(record: Record, *labels: Label, body: str = "") -> Entry:
    return Entry(record, SourceRef("x.md"), parse(body), labels)


def study(identity: str, language: str = "en", **fields: object) -> CaseStudy:
    return CaseStudy.model_validate({"id": identity, "title": f"Title of {identity}", "language": language, **fields})


def catalogue(*entries: Entry) -> Catalogue:
    return Catalogue({e.record.uid: e for e in entries}, Vocabulary(places=PLACES), "en", ("en", "hi"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("rescue", "R"),
        ("Éducation", "E"),
        ("ज़री", "ज"),
        ("अभ्रक", "अ"),
        ("1098", "0-9"),
        ("  “Quoted”", "Q"),
        ("…", "#"),
    ],
)
def test_letter(title: str, expected: str) -> None:
    assert letter(title) == expected


def test_a_record_stands_under_every_place_that_holds_its_own() -> None:
    found = catalogue(entry(study("a"), Label("regions", "IN-RJ/jaipur"))).by_label("regions", "en")
    assert {place: [e.id for e in group] for place, group in found.items()} == {
        "IN-RJ/jaipur": ["a"],
        "IN-RJ": ["a"],
        "IN": ["a"],
    }


def test_a_record_is_listed_once_in_the_language_of_the_page() -> None:
    both = catalogue(entry(study("a")), entry(study("a", "hi")), entry(study("b")))
    assert [(e.id, e.language) for e in both.listed("en")] == [("a", "en"), ("b", "en")]
    assert [(e.id, e.language) for e in both.listed("hi")] == [("a", "hi"), ("b", "en")]
    assert [t.language for t in both.translations(both.entries["a.en"])] == ["hi"]


def test_titles_in_other_languages_are_shown_and_sorted_by() -> None:
    one = entry(study("a", titles={"hi": "जरी"}))
    assert (one.title("en"), one.title("hi")) == ("Title of a", "जरी")
    assert list(catalogue(one).by_letter("hi")) == ["ज"]


def test_the_year_comes_from_the_date_label() -> None:
    groups = catalogue(entry(study("a"), Label("date", "2019-07-27")), entry(study("b"))).by_year("en")
    assert {year: [e.id for e in group] for year, group in groups.items()} == {"2019": ["a"]}


def test_what_the_curator_named_is_read_next_first() -> None:
    theme = Label("themes", "rescue")
    whole = catalogue(entry(study("a", related=["c"]), theme), entry(study("b"), theme), entry(study("c")))
    assert [e.id for e in whole.related(whole.entries["a.en"])] == ["c", "b"]


def test_a_record_that_drops_out_changes_only_those_that_named_it() -> None:
    theme = Label("themes", "rescue")
    entries = [entry(study(f"r{n:02}"), theme) for n in range(20)]
    whole, without = catalogue(*entries), catalogue(*entries[:9], *entries[10:])
    for one in without.entries.values():
        before = [e.id for e in whole.related(one)]
        after = [e.id for e in without.related(one)]
        assert before == after or "r09" in before, one.id
    named = {e.id for one in whole.entries.values() for e in whole.related(one)}
    assert named == {e.id for e in entries}, "everybody is named by somebody"


def test_definitions_are_not_suggested() -> None:
    theme = Label("themes", "rescue")
    term = entry(Term(id="word", title="Word", definition="What it means."), theme)
    whole = catalogue(entry(study("a"), theme), term)
    assert whole.related(whole.entries["a.en"]) == []


def test_who_cites_a_publication() -> None:
    book = Publication(id="weiner1991", title="A book", key="Weiner1991", entry_type="book", csl={}, bibtex="@book{}")
    in_body = entry(study("a"), body="As [@Weiner1991, pp. 3] says.")
    in_sources = entry(study("b", sources=["@weiner1991"]))
    whole = catalogue(entry(book), in_body, in_sources)
    assert whole.cited_by["weiner1991"] == ("a", "b")
    assert whole.publication("WEINER1991") is whole.entries["weiner1991.en"]
    assert whole.publication("a") is None, "a case study is no publication"


def test_only_records_without_an_error_are_published() -> None:
    good, bad, broken = (
        validate("case-study", {"id": i, "title": t}, SourceRef(f"{i}.md"), {})
        for i, t in (("a", "A"), ("b", "B"), ("c", 3))
    )
    said = [
        Diagnostic("b.md", 1, "x", Severity.ERROR, "m", subject="b.en"),
        Diagnostic("a.md", 1, "y", Severity.WARNING, "m", subject="a.en"),
    ]
    assert [d.id for d in publishable([good, bad, broken, good], said)] == ["a"]
