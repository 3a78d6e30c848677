"""The whole way from files to a site, and what must hold whatever happens on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.diagnostics import Severity
from build_tools.pipeline import Outcome
from build_tools.site import switch
from tests.conftest import FLAGSHIP, add, case, digests

Build = Callable[..., Outcome]

BROKEN = case("A broken case", more="themse: [water]\n")


@pytest.mark.slow
def test_a_broken_record_is_left_out_and_harms_no_other_page(small_bank: Path, build: Build, tmp_path: Path) -> None:
    for n in range(12):
        text = f"See [[case-{(n + 1) % 12:02}]]."
        add(small_bank, f"content/case-studies/case-{n:02}.md", case(f"Case {n}", text))
    build(small_bank, tmp_path / "whole")
    add(small_bank, "content/case-studies/case-03.md", BROKEN)
    outcome = build(small_bank, tmp_path / "without")

    errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
    assert [(d.path, d.line, d.code) for d in errors] == [("content/case-studies/case-03.md", 9, "field-unknown")]
    whole, without = digests(tmp_path / "whole"), digests(tmp_path / "without")
    assert "case-studies/case-03.html" in whole
    assert "case-studies/case-03.html" not in without
    changed = {path for path in whole if without.get(path, "") != whole[path]} - {"case-studies/case-03.html"}
    # The search lists every record; what it holds of a withheld one is tested in tests/search.
    for path in (p for p in changed if not p.startswith("search/")):
        text = (tmp_path / "whole" / path).read_text(encoding="utf-8")
        lists = "case-03.html" in text
        counts = path.endswith("index.html") and re.search(r'class="kb-(?:count|number)"', text)
        assert lists or counts, f"{path} changed, though it neither lists nor counts the broken record"
    assert "case-studies/case-06.html" not in changed
    linking = (tmp_path / "without/case-studies/case-02.html").read_text(encoding="utf-8")
    assert "case-03.html" not in linking


@pytest.mark.slow
def test_strict_leaves_the_site_as_it_was(small_bank: Path, build: Build) -> None:
    assert build(small_bank).site
    before = digests(small_bank / "site")
    add(small_bank, "content/case-studies/broken.md", BROKEN)
    assert build(small_bank, strict=True).site is None
    assert digests(small_bank / "site") == before


def test_two_builds_at_once_are_one(small_bank: Path, build: Build) -> None:
    with switch.one_build(small_bank / "build"), pytest.raises(switch.BuildBusyError):
        build(small_bank)


@pytest.mark.slow
def test_both_engines_build_the_same_pages(small_bank: Path, build: Build, tmp_path: Path) -> None:
    """Zensical is the successor that Material names; our folder must not need anything that it lacks."""
    add(
        small_bank, "content/case-studies/words.md", case('Words & "signs"', "A `code` and\n\n```\n# no heading\n```\n")
    )
    for engine in ("mkdocs", "zensical"):
        assert build(small_bank, tmp_path / engine, engine=engine).site
    pages = {p for p in digests(tmp_path / "mkdocs") if p.endswith(".html") and p != "404.html"}
    assert pages <= set(digests(tmp_path / "zensical"))
    for page in pages:
        blocks = [our_block((tmp_path / e / page).read_text(encoding="utf-8")) for e in ("mkdocs", "zensical")]
        assert blocks[0] == blocks[1], page


def our_block(page: str) -> str:
    """What the templates wrote, without the engine's frame around it."""
    found = re.search(r'<div class="kb .*?(?=\s*</article>)', page, re.S)
    assert found
    return found[0]


@pytest.mark.slow
def test_a_fence_in_a_text_stays_a_text(small_bank: Path, build: Build) -> None:
    add(
        small_bank,
        "content/case-studies/fence.md",
        case("Fence", "````\n```\nnot code of the page engine\n```\n````\n"),
    )
    build(small_bank)
    page = (small_bank / "site/case-studies/fence.html").read_text(encoding="utf-8")
    assert "not code of the page engine" in page
    assert "kb-facts" in page


@pytest.mark.slow
def test_signs_of_every_language_on_the_way_stay_signs(small_bank: Path, build: Build) -> None:
    """YAML, Jinja, Markdown and HTML each see the text; none may take a sign of it as its own."""
    odd = "A & B {{ 7 * 7 }} {% raw %} ``` # *x* [y](z) &amp; %(n)s"
    add(small_bank, "content/case-studies/odd.md", case(f"'{odd}'", more=f"summary: '{odd}'\n"))
    build(small_bank)
    page = (small_bank / "site/case-studies/odd.html").read_text(encoding="utf-8")
    assert page.count("A &amp; B {{ 7 * 7 }} {% raw %} ``` # *x* [y](z) &amp;amp; %(n)s") >= 3


@pytest.mark.slow
def test_a_bank_about_anything(small_bank: Path, build: Build) -> None:
    """``kb new bank DIR && kb --bank DIR build``: no word of the first bank is in it."""
    outcome = build(small_bank)
    assert not [d for d in outcome.diagnostics if d.severity is not Severity.NOTICE]
    for page in (small_bank / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8").lower()
        assert "labour" not in text, page
        assert not re.search(r"\bchild(ren)?\b", text), page


@pytest.mark.slow
def test_no_page_asks_another_host_for_anything(small_bank: Path, build: Build) -> None:
    build(small_bank)
    for page in (small_bank / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert re.fullmatch(
            r'<script src="(?:/|(?:\.\./)*)search/start\.js" defer>', *re.findall(r"<script[^>]*>", text)
        ), page
        assert not re.findall(r'<(?:link|img|script|iframe)[^>]+(?:href|src)="(?:https?:)?//', text), page


def test_a_list_goes_on_on_another_page_after_a_hundred(small_bank: Path, build: Build) -> None:
    for n in range(101):
        add(small_bank, f"content/case-studies/case-{n:03}.md", case(f"Case {n:03}"))
    build(small_bank)
    first = (small_bank / "site/case-studies/index.html").read_text(encoding="utf-8")
    second = (small_bank / "site/case-studies/index.2.html").read_text(encoding="utf-8")
    assert first.count('<li><a href="../case-studies/case-') + second.count('<li><a href="../case-studies/case-') == 101
    assert 'href="../case-studies/index.2.html"' in first
    assert 'aria-current="page">2<' in second


def test_a_clipping_is_shown_with_what_was_read(small_bank: Path, build: Build) -> None:
    clipping = next((FLAGSHIP / "clippings").rglob("*.jpg"))
    target = small_bank / "clippings/2026" / clipping.name
    target.parent.mkdir(parents=True)
    target.write_bytes(clipping.read_bytes())
    first = build(small_bank)
    assert (first.counts.scans, first.counts.read_now) == (1, 1)
    again = build(small_bank)
    assert (again.counts.scans, again.counts.read_now) == (1, 0), "the second build reads no scan again"
    page = (small_bank / f"site/clippings/{clipping.stem}.html").read_text(encoding="utf-8")
    assert "read from the scan by a program" in page
    assert f"scans/{clipping.stem}.640.webp" in page
    add(small_bank, f"clippings/2026/{clipping.stem}.txt", "What a person typed.\n")
    build(small_bank)
    page = (small_bank / f"site/clippings/{clipping.stem}.html").read_text(encoding="utf-8")
    assert "typed by a person" in page
    assert page.index("What a person typed.") < page.index("What the program read")
