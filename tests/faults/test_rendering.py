"""More than ten thousand made-up texts, rendered as the pages are: nothing that the verifier does not list."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import markdown
from build_tools.model import Reading, SourceRef
from build_tools.pages.paths import relative
from build_tools.sources.bibtex import read_bibtex
from build_tools.sources.draft import validate
from build_tools.sources.markdown_files import read_markdown
from build_tools.sources.tables import read_records
from tests.faults.support_text import TEXT, cases, faults, pages_of

GUIDE = "content/guides/x.md"
FIELDS = ("title", "summary", "provenance", "licence", "translator", "duration")
BIB_FIELDS = ("title", "author", "institution", "note", "abstract", "url", "doi", "pages", "journal", "series")


def guide(fields: dict[str, str], body: str, step: str = "x") -> str:
    steps = [{"title": "Look", "text": step, "outcome": step}]
    head = {"title": "A title", **fields, "steps": steps, "sources": ["A record"], "added": "2026-01-02"}
    return "---\n" + "".join(f"{k}: {json.dumps(v)}\n" for k, v in head.items()) + f"---\n{body}\n"


def test_a_hole_in_the_cleaning_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        def clean(self, html: str) -> str:
            return html

    text = guide({}, "[x](javascript:0)")
    assert faults(pages_of(read_markdown(text, GUIDE, "guide", "en")[0][0])) == []
    monkeypatch.setattr(markdown, "_CLEANER", Nothing())
    [found] = faults(pages_of(read_markdown(text, GUIDE, "guide", "en")[0][0]))
    assert found.code == "site-address"


@cases(3_500)
@given(TEXT)
def test_bodies(text: str) -> None:
    [draft], _ = read_markdown(guide({}, text), GUIDE, "guide", "en")
    assert draft.record is not None
    assert faults(pages_of(draft)) == []


@cases(1_500)
@given(TEXT)
def test_texts_within_records(text: str) -> None:
    drafts, _ = read_markdown(guide({}, "", text or "x"), GUIDE, "guide", "en")
    assert [fault for draft in drafts for fault in faults(pages_of(draft))] == []


@cases(2_500)
@given(st.dictionaries(st.sampled_from(FIELDS), TEXT, min_size=1), st.lists(TEXT, max_size=2))
def test_front_matter(fields: dict[str, str], sources: list[str]) -> None:
    text = guide(fields, "Text.").replace('sources: ["A record"]', f"sources: {json.dumps(sources)}")
    drafts, _ = read_markdown(text, GUIDE, "guide", "en")
    assert [fault for draft in drafts for fault in faults(pages_of(draft))] == []


@cases(1_500)
@given(st.dictionaries(st.sampled_from(BIB_FIELDS), TEXT, min_size=1))
def test_bibliographies(fields: dict[str, str]) -> None:
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in {"title": "A title", **fields}.items())
    drafts, _ = read_bibtex(f"@report{{x2001,\n{rows}  year = {{2001}}\n}}\n", "bibliography/x.bib")
    assert [fault for draft in drafts for fault in faults(pages_of(draft))] == []


@cases(1_500)
@given(TEXT, TEXT, TEXT)
def test_what_a_machine_or_a_person_read_from_a_scan(read: str, typed: str, title: str) -> None:
    reading = Reading(read, (), ("eng",), "none", "1", {}, ((9, 9),))
    data = {"id": "x", "type": "clipping", "title": title, "language": "en", "transcription": typed, "newspaper": title}
    draft = validate("clipping", data, SourceRef("clippings/2019/x.png"), {})
    assert faults(pages_of(draft, reading)) == []


@cases(500)
@given(TEXT, TEXT)
def test_cells_of_tables(title: str, activities: str) -> None:
    cells = ",".join('"' + text.replace('"', '""') + '"' for text in (title, activities))
    text = f"id,level,kind,title,activities\norg-x,national,ngo,{cells}\n"
    drafts, _ = read_records(text, "content/directory/organisations.csv", "organisation", "en")
    assert [fault for draft in drafts for fault in faults(pages_of(draft))] == []


@cases(500)
@given(TEXT)
def test_an_address_of_the_site_stays_one(name: str) -> None:
    href = relative("guides/x.html", f"files/{name}")
    assert href.startswith("../files/")
    assert not set(href) & set("<>\"'` \n\t")
