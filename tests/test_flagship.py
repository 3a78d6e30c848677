"""The first bank: what it holds, and that its site is whole."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from build_tools import pipeline
from build_tools.diagnostics import Severity
from build_tools.model import Clipping, Law, Organisation, Publication
from build_tools.settings import read_settings
from build_tools.sources.bank import Bank
from tests.conftest import FLAGSHIP, TODAY


@pytest.fixture(scope="module")
def bank() -> Bank:
    settings, _found = read_settings(FLAGSHIP)
    assert settings
    whole, found = pipeline.inspect(FLAGSHIP, settings, TODAY)
    assert [d for d in found if d.severity is not Severity.NOTICE] == []
    return whole


def test_it_holds_what_a_resource_centre_needs(bank: Bank) -> None:
    counts = Counter(d.type for d in bank.drafts if d.language == "en" or d.type == "clipping")
    wanted = {
        "publication": 60, "law": 20, "toolkit": 15, "organisation": 60, "term": 60, "dataset": 4, "periodical": 2,
        "clipping": 16,
    }  # fmt: skip
    assert {kind: counts[kind] for kind in wanted if counts[kind] < wanted[kind]} == {}
    assert counts["case-study"] + counts["guide"] >= 14
    assert sum(1 for d in bank.drafts if isinstance(d.record, Publication) and d.record.abstract) >= 30
    translated = {d.id for d in bank.drafts if d.language == "hi" and d.type != "clipping"}
    assert len(translated) >= 6
    judgments = [d for d in bank.drafts if isinstance(d.record, Law) and d.record.kind == "judgment"]
    assert len(judgments) >= 5
    assert len({d.record.level for d in bank.drafts if isinstance(d.record, Organisation)}) == 6


def test_its_clippings_are_specimens_in_two_languages(bank: Bank) -> None:
    clippings = [d.record for d in bank.drafts if isinstance(d.record, Clipping)]
    assert all(c.specimen for c in clippings), "no invented news is published as news"
    languages = Counter(c.language for c in clippings)
    assert languages["en"] >= 10
    assert languages["hi"] >= 6


def test_all_states_and_districts_are_known(bank: Bank) -> None:
    kinds = Counter(p.kind for p in bank.vocabulary.places.values())
    assert kinds["state"] == 36
    assert kinds["district"] >= 785
    assert all(p.names.get("hi") for p in bank.vocabulary.places.values() if p.kind in ("state", "district"))


def test_the_points_of_districts_lie_in_india_each_somewhere_else(bank: Bank) -> None:
    points = [p.point for p in bank.vocabulary.places.values() if p.kind == "district" and p.point]
    assert len(points) >= 690
    assert len(set(points)) == len(points)
    assert all(6 < latitude < 37.5 and 68 < longitude < 97.5 for latitude, longitude in points)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.targets.append(value)
            if name == "id" and value:
                self.ids.add(value)


@pytest.mark.slow
def test_no_link_is_dead_from_a_folder_on_disk(flagship_site: Path) -> None:
    files = {p.relative_to(flagship_site).as_posix() for p in flagship_site.rglob("*") if p.is_file()}
    dead = []
    for page in sorted(flagship_site.rglob("*.html")):
        if page.name == "404.html":  # served by a web server only, with addresses from its root
            continue
        links = _Links()
        links.feed(page.read_text(encoding="utf-8"))
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or not parts.path:
                continue
            found = (page.parent / unquote(parts.path)).resolve()
            if not found.is_relative_to(flagship_site) or found.relative_to(flagship_site).as_posix() not in files:
                dead.append(f"{page.relative_to(flagship_site)} -> {target}")
    assert dead == []


@pytest.mark.slow
def test_nothing_is_asked_of_another_host(flagship_site: Path) -> None:
    search = r"<script(?! src=\"(?:/|(?:\.\./)*)search/start\.js\" defer></script>)"
    elsewhere = r"<(?:script|img|link|iframe|source|video|audio)\b[^>]*(?:src|href)=\"(?:https?:)?//"
    asking = re.compile(f"{search}|{elsewhere}|@import")
    for page in flagship_site.rglob("*.html"):
        assert not asking.search(page.read_text(encoding="utf-8")), page


@pytest.mark.slow
def test_pages_are_light(flagship_site: Path) -> None:
    """Six thousand bytes for every page, and fourteen thousand with all that a first visit loads."""
    sizes = {
        p.relative_to(flagship_site).as_posix(): len(gzip.compress(p.read_bytes(), 9))
        for p in flagship_site.rglob("*.html")
    }
    heaviest = max(sizes, key=lambda p: sizes[p])
    assert sizes[heaviest] <= 6_000, heaviest
    shared = [*flagship_site.glob("assets/*"), flagship_site / "search/start.js"]
    assert sizes[heaviest] + sum(len(gzip.compress(p.read_bytes(), 9)) for p in shared) <= 14_000


@pytest.mark.slow
def test_a_clipping_says_what_it_is(flagship_site: Path) -> None:
    read = (flagship_site / "clippings/specimen-cacl-webinar.html").read_text(encoding="utf-8")
    assert "read from the scan by a program" in read
    assert re.search(r"The program is \d+ % sure", read)
    assert "Specimen: typeset for demonstration" in read
    typed = (flagship_site / "clippings/specimen-jaipur-convictions.html").read_text(encoding="utf-8")
    assert "typed by a person" in typed
    assert "Corrected by The bank&#39;s editors, who typeset it, 20 November 2026." in typed
    assert re.search(r"Show the scan \(\d+ KB – \d+ KB\)", typed)


@pytest.mark.slow
def test_books_and_reports_are_told_apart(flagship_site: Path) -> None:
    types = (flagship_site / "types/index.html").read_text(encoding="utf-8")
    assert 'href="../materials/book.html"' in types
    books = (flagship_site / "materials/book.html").read_text(encoding="utf-8")
    assert "publications/weiner1991.html" in books


@pytest.mark.slow
def test_every_record_has_its_page_with_what_belongs_on_it(flagship_site: Path, bank: Bank) -> None:
    from build_tools.catalogue import Entry
    from build_tools.pages.paths import entry_path

    for draft in bank.drafts:
        if draft.record is None or draft.type == "page":
            continue
        page = flagship_site / entry_path(Entry(draft.record, draft.ref), "en")
        text = page.read_text(encoding="utf-8")
        assert "<h1>" in text, page
        assert 'class="kb-cite"' in text, page
        assert "TY  - " in text, page
        if not draft.record.verified:
            assert "kb-badge--warn" in text, page
        if draft.language != "en":
            assert f'<html lang="{draft.language}"' in text, page
