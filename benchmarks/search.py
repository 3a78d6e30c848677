"""What our search costs and finds, beside Pagefind and Material's search on the same records, in one run.

    python -m benchmarks.search [--cache DIR] [--records 10000] [--large 100000] [--languages en hi] [--ours]

Prints, for each language: seconds and memory of making the index; requests and bytes of a first and of a second search
of three words (a server that counts, gzip, a real Chromium, from the focus of the field to ten results); seconds on
a line of 50 kbit/s with half a second of delay.  Then ours alone on a large bank, what changes when a record does, and
how many queries of ``queries.csv`` find what they should among the first five results of the first bank.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import datetime as dt
import gzip
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Page

from benchmarks import corpus, counting, search_peers
from benchmarks.build_scale import measured
from benchmarks.search_peers import Figures, Index, Peer
from build_tools import pipeline, search
from build_tools.catalogue import publishable
from build_tools.model import RECORD_TYPES
from build_tools.search import index
from build_tools.search.documents import Document, Field, Shown
from build_tools.settings import read_settings

ROOT = Path(__file__).parent.parent
FIELD = "#kb-search input"
RESULTS = "#kb-results li:not(.kb-some)"
EDITS = 9


# --- Ours ---


def _ours(folder: Path, _cache: Path, articles: Iterable[corpus.Article], language: str) -> Index:
    """A real page with a real index: pages of a dozen records, the index of all."""
    shown: list[corpus.Article] = []

    def noted() -> Iterator[corpus.Article]:
        for article in articles:
            if len(shown) < 12:
                shown.append(article)
            yield article

    corpus.write_bank(folder / "all", noted(), ["en", "hi"])
    corpus.write_bank(folder / "few", shown, ["en", "hi"])
    measured([sys.executable, "-m", "build_tools", "--bank", str(folder / "few"), "build"], ROOT)
    site = folder / "few/site"
    shutil.rmtree(site / "search")
    run = measured(
        [sys.executable, "-m", "benchmarks.search", "--write", str(folder / "all"), str(site / "search")], ROOT
    )
    seconds = float((site / "seconds.txt").read_text())
    return Index(site, seconds, run.peak_mb, [p for p in (site / "search").rglob("*") if p.is_file()])


def write(bank: Path, folder: Path) -> None:
    """Writes the search of ``bank`` into ``folder``, and the seconds that it took beside it."""
    settings, found = read_settings(bank)
    assert settings is not None, found
    read, remarks = pipeline.inspect(bank, settings, dt.date.today())
    catalogue = pipeline.assemble(read, settings, publishable(read.drafts, remarks), {})
    del read, remarks
    start = time.perf_counter()
    search.write(folder, catalogue)
    (folder.parent / "seconds.txt").write_text(str(time.perf_counter() - start))


OURS = Peer(_ours, lambda query: counting.typing(FIELD, query), RESULTS, path="search.html")


# --- One record changed ---


def changes(count: int, language: str) -> list[str]:
    """Shares of the index's bytes (gzip) in files that change when one sentence of one record is another."""
    made = [_document(article) for article in corpus.records(count, language)]
    site = index.Site({name: kind.folder for name, kind in RECORD_TYPES.items()}, ("en", "hi"), lambda a, v, lang: v)
    before = dict(index.files(made, site))
    sizes = {path: len(gzip.compress(text.encode(), 9)) for path, text in before.items()}
    shares = []
    for edit in range(EDITS):
        place, donor = (edit + 1) * count // (EDITS + 1), edit * 7
        sentence = made[donor].fields[2].text.split(". ")[2]
        after = index.files([*made[:place], _edited(made[place], sentence), *made[place + 1 :]], site)
        changed = sum(len(gzip.compress(text.encode(), 9)) for path, text in after if before.get(path) != text)
        shares.append(100 * changed / sum(sizes.values()))
    new = [*made, dataclasses.replace(made[0], id="record-new", added="2026-12-01")]
    added = sum(len(gzip.compress(t.encode(), 9)) for path, t in index.files(new, site) if before.get(path) != t)
    return [
        f"one sentence changed: {statistics.median(shares):.1f} % (median of {EDITS}; most {max(shares):.1f})",
        f"one record added: {100 * added / sum(sizes.values()):.1f} %",
    ]


def _document(article: corpus.Article) -> Document:
    shown = Shown(article.language, article.title, article.state, article.summary[:100])
    texts = (("title", article.title), ("summary", article.summary), ("body", "\n".join(article.paragraphs)))
    return Document(
        article.id,
        article.kind,
        str(article.year),
        article.added,
        (shown,),
        tuple(Field(text, article.language, kind) for kind, text in texts),
        {"type": (article.kind,), "theme": (article.theme,), "state": (article.state,), "year": (str(article.year),)},
    )


def _edited(document: Document, sentence: str) -> Document:
    title, summary, body = document.fields
    sentences = body.text.split(". ")
    text = ". ".join([*sentences[:3], sentence, *sentences[4:]])
    return dataclasses.replace(document, fields=(title, summary, dataclasses.replace(body, text=text)))


# --- What is found ---


def found(site: Path, queries: Path) -> dict[str, tuple[int, int, list[str]]]:
    """For each class of queries: how many found one of their records among the first five, of how many; the rest."""
    with queries.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    outcome: dict[str, tuple[int, int, list[str]]] = {}
    with (
        counting.Server(site) as server,
        counting.chromium() as browser,
        counting.visiting(browser, server, "search.html") as tab,
    ):
        for row in rows:
            hit = bool(set(row["records"].split("|")) & set(_first(tab.page, row["query"])))
            good, total, missed = outcome.get(row["class"], (0, 0, []))
            outcome[row["class"]] = (good + hit, total + 1, missed if hit else [*missed, row["query"]])
    return outcome


def _first(page: Page, query: str) -> list[str]:
    """The ids of the first five results."""
    page.evaluate("document.getElementById('kb-search-status').textContent = '?'")
    page.fill(FIELD, query)
    page.press(FIELD, "Enter")
    page.wait_for_function("""() => !/^[?]|Searching/.test(document.getElementById('kb-search-status').textContent)
        && document.getElementById('kb-results').getAttribute('aria-busy') !== 'true'""")
    hrefs = page.eval_on_selector_all("#kb-results li a", "all => all.slice(0, 5).map(a => a.getAttribute('href'))")
    return [href.rsplit("/", 1)[-1].removesuffix(".html") for href in hrefs]


# --- Tables ---

ROWS: tuple[tuple[str, Callable[[Figures], float | None]], ...] = (
    ("index, seconds", lambda f: f.index_seconds),
    ("index, peak MB", lambda f: f.index_mb_peak),
    ("index on disk, MB", lambda f: f.index_bytes_on_disk / 1e6),
    ("first search, requests", lambda f: f.first.requests),
    ("first search, KB", lambda f: f.first.bytes / 1e3),
    ("  the most, KB", lambda f: f.first.most_bytes / 1e3),
    ("  with headers, KB", lambda f: f.first.wire / 1e3),
    ("second search, KB", lambda f: f.second.bytes / 1e3),
    ("  with headers, KB", lambda f: f.second.wire / 1e3),
    ("first search at 50 kbit/s, seconds", lambda f: f.slow_seconds),
)


def table(title: str, columns: dict[str, Figures]) -> None:
    """One row a figure, one column a tool, each with its ratio to ours."""
    print(f"\n{title}")
    print(f"{'':36}" + "".join(f"{name:>22}" for name in columns))
    ours = next(iter(columns.values()))
    for label, value in ROWS:
        cells = [_cell(value(figures), value(ours)) for figures in columns.values()]
        print(f"{label:36}" + "".join(f"{cell:>22}" for cell in cells), flush=True)


def _cell(value: float | None, ours: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" + (f" ({value / ours:.1f} x)" if ours and value is not ours else "")


def compare(language: str, records: int, cache: Path, peers: dict[str, Peer]) -> None:
    columns = {}
    for name, peer in peers.items():
        with tempfile.TemporaryDirectory() as folder:
            articles = corpus.records(records, language)
            columns[name] = search_peers.measure(peer, Path(folder), cache, articles, language, slow=records <= 10_000)
    table(f"{records:,} records of about 300 words, {language}", columns)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=search_peers.CACHE, help="a folder that keeps what is installed")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=100_000, help="records of the large bank; 0: none")
    parser.add_argument("--languages", nargs="+", default=["en", "hi"])
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    parser.add_argument("--write", type=Path, nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.write:
        return write(*chosen.write)
    peers = {"ours": OURS, **({} if chosen.ours else search_peers.PEERS)}
    for language in chosen.languages:
        compare(language, chosen.records, chosen.cache, peers)
    if chosen.large:
        compare("en", chosen.large, chosen.cache, {"ours": OURS})
    print(f"\nIndex files that change, share of bytes, {chosen.records:,} records")
    for line in changes(chosen.records, "en"):
        print(f"  {line}", flush=True)
    print("\nFound among the first five, first bank")
    for name, (good, total, missed) in found(_first_bank(), Path(__file__).parent / "queries.csv").items():
        print(f"  {name:14}{good:4} of {total:3}  {good / total:.3f}   missed: {'; '.join(missed)}", flush=True)
    return None


def _first_bank() -> Path:
    measured([sys.executable, "-m", "build_tools", "--bank", str(ROOT), "build"], ROOT)
    return ROOT / "site"


if __name__ == "__main__":
    main()
