"""Sitemap and feed are well-formed and say the same whatever the clock."""

from __future__ import annotations

from xml.etree import ElementTree

from build_tools.catalogue import Catalogue, Entry
from build_tools.model import CaseStudy, SourceRef, Vocabulary
from build_tools.settings import Settings
from build_tools.site import feeds

ATOM = "{http://www.w3.org/2005/Atom}"


def catalogue(*days: str) -> Catalogue:
    records = [CaseStudy(id=f"r{n}", title=f"<R> & {n}", added=day) for n, day in enumerate(days)]
    return Catalogue({r.uid: Entry(r, SourceRef("x.md")) for r in records}, Vocabulary())


def test_the_feed_lists_the_newest_first() -> None:
    text = feeds.feed(catalogue("2026-01-02", "2026-03-04", "2025-12-31"), Settings(site_name="A & B"))
    feed = ElementTree.fromstring(text)
    titles = [e.findtext(f"{ATOM}title") for e in feed.iter(f"{ATOM}entry")]
    assert titles == ["<R> & 1", "<R> & 0", "<R> & 2"]
    assert feed.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"


def test_an_entry_keeps_its_id_when_the_site_moves() -> None:
    ids = []
    for url in (None, "https://one.example", "https://two.example/bank/"):
        feed = ElementTree.fromstring(feeds.feed(catalogue("2026-01-02"), Settings(site_name="B", site_url=url)))
        ids.append([e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")])
    assert ids[0] == ids[1] == ids[2]


def test_the_sitemap_escapes_and_sorts() -> None:
    text = feeds.sitemap(["b.html", "az/अ.html"], "https://one.example/x/")
    places = [e.text for e in ElementTree.fromstring(text).iter() if e.tag.endswith("loc")]
    assert places == ["https://one.example/x/az/%E0%A4%85.html", "https://one.example/x/b.html"]
