"""Addresses: permanent, safe, and right from any page."""

from __future__ import annotations

import pytest

from build_tools.catalogue import Entry
from build_tools.model import CaseStudy, Page, SourceRef
from build_tools.pages import paths


def entry(language: str = "en", type_: type[CaseStudy] | type[Page] = CaseStudy) -> Entry:
    return Entry(type_(id="a-b", title="Whatever it is called", language=language), SourceRef("x.md"))


def test_an_address_is_made_of_the_id() -> None:
    assert paths.entry_path(entry(), "en") == "case-studies/a-b.html"
    assert paths.entry_path(entry("hi"), "en") == "hi/case-studies/a-b.html"
    assert paths.entry_path(entry(type_=Page), "en") == "a-b.html"
    home = Entry(Page(id="home", title="Home", language="hi"), SourceRef("x.md"))
    assert paths.entry_path(home, "en") == "hi/index.html"


@pytest.mark.parametrize(
    ("axis", "value", "path"),
    [
        ("places", "IN-RJ/jaipur", "places/in-rj/jaipur.html"),
        ("az", "अ", "az/u0905.html"),
        ("az", "#", "az/other.html"),
        ("az", "A", "az/a.html"),
        ("years", "2019", "years/2019.html"),
    ],
)
def test_browse_pages(axis: str, value: str, path: str) -> None:
    assert paths.value_path(axis, value) == path


def test_links_work_from_any_depth() -> None:
    assert paths.relative("index.html", "laws/x.html") == "laws/x.html"
    assert paths.relative("hi/places/in-rj/jaipur.html", "laws/x y.html") == "../../../laws/x%20y.html"


def test_a_long_list_is_cut() -> None:
    assert [(n, count, list(c)) for n, count, c in paths.chunks([1, 2, 3], 2)] == [(1, 2, [1, 2]), (2, 2, [3])]
    assert [list(c) for _n, _count, c in paths.chunks(list[int](), 2)] == [[]]
    assert paths.numbered("az/a.html", 1) == "az/a.html"
    assert paths.numbered("az/a.html", 3) == "az/a.3.html"
