"""Budgets: every page is weighed, and a build that passes one says which page and what weighs."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.pipeline import Outcome
from build_tools.settings import Budgets
from build_tools.site import weigh
from tests.conftest import add, case, digests

Build = Callable[..., Outcome]
ROWS = "".join(f"<tr><td>{n * n}" for n in range(900))


def site(tmp_path: Path) -> Path:
    files = {
        "a.html": f"<article><div><h1>A</h1><table class='x'>{ROWS}</table></div></article>",
        "b.html": "<article><div><p>short</p></div></article>",
        "style.css": "p{color:red}",
        "search/en.js": "x" * 50,
        "search/hi.js": "y" * 60,
        "search/root.js": "root",
        "search/t/a.js": "words",
        "search/d/0/1.js": "results",
        "scans/s.640.webp": "picture" * 20,
        "scans/s.1280.webp": "picture" * 90,
    }  # fmt: skip
    for path, text in files.items():
        add(tmp_path, path, text)
    return tmp_path


def weights(tmp_path: Path) -> weigh.Weights:
    return weigh.weigh(site(tmp_path), ["b.html", "a.html"], ["style.css"])


def test_bytes_are_those_of_gzip(tmp_path: Path) -> None:
    found = weights(tmp_path)
    assert [w.path for w in found.pages] == ["a.html", "b.html"]
    assert found.pages[0].bytes == len(gzip.compress((tmp_path / "a.html").read_bytes(), 9))
    assert found.shared == len(gzip.compress((tmp_path / "style.css").read_bytes(), 9))
    assert [(w.path, w.bytes) for w in found.pictures] == [("scans/s.640.webp", 140)]
    assert found.first_search > found.shared


@pytest.mark.parametrize("parallel_from", [1, 1_000])
def test_many_cores_weigh_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parallel_from: int) -> None:
    monkeypatch.setattr(weigh, "PARALLEL_FROM", parallel_from)
    assert len(weights(tmp_path).pages) == 2


def test_nothing_is_said_within_the_budgets(tmp_path: Path) -> None:
    assert weigh.over(weights(tmp_path), Budgets(), tmp_path) == []


@pytest.mark.parametrize(
    ("budgets", "code", "path", "says"),
    [
        (Budgets(page=1_000), "budget-page", "a.html", "table"),
        (Budgets(first_visit=2_000), "budget-first-visit", "a.html", "first visit"),
        (Budgets(first_search=5_000), "budget-first-search", "search/", "5,000"),
        (Budgets(picture=1_000), "budget-picture", "scans/s.640.webp", "1,000"),
    ],
)
def test_what_weighs_too_much_is_named(tmp_path: Path, budgets: Budgets, code: str, path: str, says: str) -> None:
    found = weights(tmp_path)
    heavy = weigh.Weights(
        tuple(weigh.Weight(w.path, w.bytes + 2_000 * (w.path == "a.html")) for w in found.pages),
        found.shared,
        9_000,
        tuple(weigh.Weight(w.path, 2_000) for w in found.pictures),
    )
    only = [d for d in weigh.over(heavy, budgets, tmp_path) if d.code == code]
    assert [d.path for d in only] == [path]
    assert says in only[0].message
    assert "budgets" in only[0].hint


@pytest.mark.slow
def test_a_build_that_passes_a_budget_leaves_the_site_as_it_was(small_bank: Path, build: Build) -> None:
    good = build(small_bank)
    assert good.site
    assert good.heaviest[0].bytes >= good.heaviest[-1].bytes > 0
    before = digests(small_bank / "site")
    settings = small_bank / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  bank:\n", "  bank:\n    budgets: {page: 1200}\n"))
    outcome = build(small_bank)
    assert outcome.site is None
    errors = [d for d in outcome.diagnostics if d.code == "budget-page"]
    assert errors
    assert digests(small_bank / "site") == before


@pytest.mark.slow
def test_a_long_record_goes_on_on_further_pages(small_bank: Path, build: Build) -> None:
    words = "".join(random.Random(3).choices("abcdefghijklmnopqrstuvwxyz     ", k=14_000))
    sections = "\n\n".join(f"### Section {n}\n\n{words[n * 900 : n * 900 + 900]}" for n in range(14))
    add(small_bank, "content/case-studies/long.md", case("A long one", f"Text.\n\n{sections}"))
    outcome = build(small_bank)
    assert outcome.site, outcome.diagnostics
    folder = small_bank / "site/case-studies"
    parts = ["long.html", *sorted(p.name for p in folder.glob("long.*.html"))]
    assert len(parts) > 1
    text = "".join((folder / part).read_text("utf-8") for part in parts)
    assert all(text.count(f">Section {n}</h3>") == 1 for n in range(14))
    assert 'class="kb-cite"' in (folder / "long.html").read_text("utf-8")
    # Numbers of pages stand apart, or ninety-one and ninety-two would read as one long number.
    assert '<strong aria-current="page">1</strong></li><li><a' in (folder / "long.html").read_text("utf-8")
    assert f'<a href="{parts[1]}">' in (folder / "long.html").read_text("utf-8").replace("../case-studies/", "")
