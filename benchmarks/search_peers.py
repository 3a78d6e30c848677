"""What a search costs with Pagefind and with Material for MkDocs, on the same records and over the same server.

Pagefind comes from its packages and is installed into a cache folder once.  Material is that of this environment.
``search.py`` prints the figures beside ours.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Route

from benchmarks import corpus, counting
from benchmarks.build_scale import measured
from benchmarks.counting import Act, Server, Visit

QUERIES = 10
SHOWN = 10
"""Results that a reader waits for."""
CACHE = Path(tempfile.gettempdir()) / "knowledge-bank-peers"
PATIENCE = 250.0
"""Seconds over a slow line beyond which there is no use in waiting."""


@dataclass(frozen=True)
class Cost:
    """What searches cost: medians over the queries, and the most that one of them cost.  Bytes are gzipped bodies."""

    requests: float
    most_requests: int
    bytes: int
    most_bytes: int
    wire: int
    """Bytes of bodies and headers."""


@dataclass(frozen=True)
class Figures:
    """Costs of an index and of searching in it."""

    index_seconds: float
    index_mb_peak: float
    """Of the indexer; with Material that of the whole build, which holds the index."""
    index_bytes_on_disk: int
    first: Cost
    second: Cost
    slow_seconds: float | None
    """From the focus of the field to ten results over a line of 50 kbit/s with half a second of delay; one query.

    ``None``: not measured, or more than ``PATIENCE``.
    """


@dataclass(frozen=True)
class Index:
    """A built site with its index."""

    site: Path
    seconds: float
    mb_peak: float
    files: Iterable[Path]


@dataclass(frozen=True)
class Peer:
    """How a peer is built and used; ``before`` is done with the empty page, ``path`` is the page with its field."""

    build: Callable[[Path, Path, Iterable[corpus.Article], str], Index]
    """From an empty folder, the cache, the articles and their language."""
    steps: Callable[[str], Act]
    results: str
    before: Act = lambda page: None
    path: str = ""


def measure(
    used: Peer, folder: Path, cache: Path, articles: Iterable[corpus.Article], language: str, slow: bool = True
) -> Figures:
    """Builds the site and the index of a peer in the empty ``folder`` and searches in it."""
    index = used.build(folder, cache, articles, language)
    pairs = list(zip(corpus.queries(language), corpus.later_queries(language), strict=True))[:QUERIES]
    with Server(index.site) as server, counting.chromium() as browser:
        visits = [_searches(browser, server, used, pair) for pair in pairs]
        first, second = zip(*visits, strict=True)
        bearable = first[0].wire_bytes / counting.SLOW.rate < PATIENCE
        slowly = _searches(browser, server, used, pairs[0][:1], counting.SLOW)[0].seconds if slow and bearable else None
    return Figures(
        index.seconds,
        index.mb_peak,
        sum(file.stat().st_size for file in index.files),
        cost(first),
        cost(second),
        slowly,
    )


def _searches(
    browser: Browser, server: Server, peer: Peer, queries: Iterable[str], throttle: counting.Throttle | None = None
) -> list[Visit]:
    """What each search costs, one after the other in the same page, for a reader who was never there."""
    done = counting.shown(peer.results, SHOWN)
    with counting.visiting(browser, server, peer.path, throttle, before=peer.before) as tab:
        return [tab.does(peer.steps(query), done) for query in queries]


def cost(visits: Iterable[Visit]) -> Cost:
    seen = list(visits)
    requests, bodies = [v.requests for v in seen], [v.body_bytes for v in seen]
    return Cost(
        median(requests), max(requests), int(median(bodies)), max(bodies), int(median(v.wire_bytes for v in seen))
    )


# --- Pagefind --------------------------------------------------------------------------------------------

PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Search</title></head>
<body><h1>Search</h1><input id="field" type="search" aria-label="Search"><ol id="results"></ol>
<script type="module">
const field = document.querySelector("#field"), results = document.querySelector("#results");
let pagefind;
const load = async () => {{ const p = await import("./pagefind/pagefind.js"); await p.init(); return p; }};
field.addEventListener("focus", () => {{ pagefind ??= load(); }});
field.addEventListener("input", () => results.replaceChildren());
field.addEventListener("keydown", async event => {{
  if (event.key !== "Enter") return;
  const search = await (await pagefind).search(field.value);
  const data = await Promise.all(search.results.slice(0, {shown}).map(r => r.data()));
  const items = data.map(d => `<li><a href="${{d.url}}">${{d.meta.title}}</a><p>${{d.excerpt}}</p></li>`);
  results.innerHTML = items.join("");
}});
</script></body></html>
"""
"""As Pagefind's documentation shows its interface: loaded on focus, ten results' texts fetched at once."""


def _pagefind(version: str) -> Peer:
    def build(folder: Path, cache: Path, articles: Iterable[corpus.Article], language: str) -> Index:
        python = _installed(version, cache)
        corpus.write_html(folder, articles, language)
        (folder / "index.html").write_text(PAGE.format(language=language, shown=SHOWN), "utf-8")
        run = measured([str(python), "-m", "pagefind", "--site", str(folder)], folder)
        return Index(folder, run.seconds, run.peak_mb, _files(folder / "pagefind"))

    return Peer(build, lambda query: counting.typing("#field", query), "#results li")


def _installed(version: str, cache: Path) -> Path:
    """The interpreter of an environment of its own that has this version."""
    environment = cache.resolve() / f"pagefind-{version}"
    python = environment / "bin/python"
    if not list(environment.glob("lib/*/site-packages/pagefind_bin")):
        packages = [f"pagefind=={version}", f"pagefind_bin=={version}"]
        try:
            subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", *packages], check=True)
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"Pagefind {version} could not be installed into {environment}.") from error
    return python


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


# --- Material --------------------------------------------------------------------------------------------

FIELD = "input.md-search__input"
HOOK = '''"""Writes the seconds that the search plugin takes into a file."""
import time
from pathlib import Path
from material.plugins.search.plugin import SearchIndex

taken = 0.0

def timed(method):
    def run(*arguments, **named):
        global taken
        start = time.perf_counter()
        try:
            return method(*arguments, **named)
        finally:
            taken += time.perf_counter() - start
    return run

for name in ("add_entry_from_context", "generate_search_index"):
    setattr(SearchIndex, name, timed(getattr(SearchIndex, name)))

def on_shutdown():
    Path("seconds.txt").write_text(str(taken))
'''


def _material() -> Peer:
    """Material loads worker and index with the page; here they come when the reader turns to the field, to be counted.

    What it loads later, as for other languages than English, comes and counts as it does.
    """
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def before(page: Page) -> None:
        held.clear()
        page.route(re.compile(r"search_index\.json|workers/search"), hold)

    def steps(query: str) -> Act:
        def act(page: Page) -> None:
            while held:
                held.pop().continue_()
            page.locator(FIELD).evaluate("e => e.focus()")
            page.locator(FIELD).fill("")
            page.locator(FIELD).press_sequentially(query)

        return act

    return Peer(_built_by_mkdocs, steps, ".md-search-result__item", before)


def _built_by_mkdocs(folder: Path, _cache: Path, articles: Iterable[corpus.Article], language: str) -> Index:
    corpus.write_mkdocs(folder, articles, language)
    (folder / "hook.py").write_text(HOOK, "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    run = measured([sys.executable, "-m", "mkdocs", "build", "-q"], folder)
    seconds = float((folder / "seconds.txt").read_text())
    return Index(folder / "site", seconds, run.peak_mb, _files(folder / "site/search"))


PEERS = {
    "pagefind-1.5.2": _pagefind("1.5.2"),
    "pagefind-1.4.0": _pagefind("1.4.0"),
    "material": _material(),
}
