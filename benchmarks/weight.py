"""What a visit weighs: each kind of page of a built site, beside Material and CollectionBuilder as they come.

    python -m benchmarks.weight [--site DIR] [--cache DIR] [--collectionbuilder DIR] [--kinds home law] [--ours]

A real Chromium visits the heaviest page of each kind in each language.  A server on this computer counts; it answers as
a common static host does: HTTP/1.1, gzip -9 for text, ``Last-Modified``, ten minutes of caching.  KB are 1,000 bytes.

- *first*: a reader who was never there.  The page and all that it loads until it is quiet, pictures apart.
- *later*: the same after another page of the site, whose files are in the browser's cache.
- *text*: seconds until the first text is painted, for a first visit over 50 kbit/s with half a second of delay for each
  request.  The browser's own throttle is used: packets of 1,500 bytes, so steps of a quarter of a second, and no time
  for opening connections.  One run each.  Other hosts fail at once, which is kind to pages that wait for one.
- *all text*: the same until the whole page has come.

Bodies are compared with the limits; headers of answers, which depend on the host, are told beside.  Files named
``favicon.*`` are not counted: peers have them, our icon has another name and counts.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks import counting, weight_peers
from benchmarks.build_scale import measured
from benchmarks.counting import Request, Server
from benchmarks.weight_peers import Peer

ROOT = Path(__file__).parent.parent
CACHE = Path(tempfile.gettempdir()) / "knowledge-bank-peers"
FIRST, LATER = 14_000, 6_000
"""Limits in bytes of a first and of a later visit."""
READABLE = 4.0
"""Limit in seconds until the first text."""
NOWHERE = "-"
"""An address of no page: a browser that was only there has nothing of the site."""
HEAVIEST = 10
PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
KINDS: dict[str, tuple[str, ...]] = {
    "home": ("index.html",),
    "find help": ("help/index.html", "help.html"),
    "find help, state": ("help/*.html",),
    "find help, district": ("help/*/*.html",),
    "I want to": ("want/*.html",),
    "map": ("map/*.html",),
    "coverage": ("coverage/index.html",),
    "coverage, theme": ("coverage/*.html",),
    "what needs a person": ("review/index.html",),
    "what needs a person, one kind": ("review/*.html",),
    "search": ("search.html",),
    "long list": ("*/*.all.html", "*/*.all.*.html", "*/*/*.all.html", "*/*/*.all.*.html"),
    "list": ("*/index.html", "*/index.*.html", "az/*.html", "materials/*.html", "types/*.html", "years/*.html"),
    "theme": ("themes/*.html",),
    "occupation": ("occupations/*.html",),
    "state": ("places/*.html",),
    "district": ("places/*/*.html",),
    "case study": ("case-studies/*.html",),
    "clipping": ("clippings/*.html",),
    "publication": ("publications/*.html",),
    "law": ("laws/*.html",),
    "toolkit": ("toolkits/*.html",),
    "guide": ("guides/*.html",),
    "organisation": ("organisations/*.html",),
    "dataset": ("data/*.html",),
    "term": ("glossary/*.html",),
    "periodical": ("periodical/*.html",),
}
"""Kinds of pages and where they are, below the folder of their language; the first that fits holds."""
OTHER = "other"
COMPARED = ("home", "case study", "clipping", "law", "organisation", "term", "list", "map", "search")
"""Kinds that are measured at peers, too."""
RECORDS = frozenset(list(KINDS)[list(KINDS).index("case study") :])


# --- Which pages -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sample:
    """The heaviest page of a kind in a language."""

    kind: str
    language: str
    path: str


def kind_of(path: str) -> str:
    """The kind of a page by its path below the folder of its language."""
    return next((kind for kind, patterns in KINDS.items() if any(fits(path, p) for p in patterns)), OTHER)


def fits(path: str, pattern: str) -> bool:
    """Whether a path has a pattern's form; a star stands for anything within one name."""
    names, forms = PurePosixPath(path).parts, PurePosixPath(pattern).parts
    return len(names) == len(forms) and all(map(fnmatchcase, names, forms))


def languages(site: Path) -> list[str]:
    """The language of the top folder, then those of the folders named by a language of their own."""
    tops = {page.parent: _language(page) for page in [site / "index.html", *sorted(site.glob("*/index.html"))]}
    return [tops.pop(site), *(language for folder, language in tops.items() if folder.name == language)]


def _language(page: Path) -> str:
    found = re.search(r'<html[^>]* lang="?([\w-]+)', page.read_text("utf-8")[:2000])
    return found[1] if found else "?"


def sizes(site: Path) -> dict[str, int]:
    """Every HTML page of the site and its bytes with gzip -9."""
    pages = sorted(site.rglob("*.html"))
    return {p.relative_to(site).as_posix(): len(gzip.compress(p.read_bytes(), 9, mtime=0)) for p in pages}


def samples(weighed: Mapping[str, int], spoken: list[str]) -> list[Sample]:
    """The heaviest page of each kind in each language of ``spoken``, the first of which has no folder of its own."""
    heaviest: dict[tuple[str, str], str] = {}
    for path in sorted(weighed, key=lambda p: (weighed[p], p)):
        folder, _, below = path.partition("/")
        language = folder if folder in spoken[1:] else spoken[0]
        heaviest[kind_of(below if folder in spoken[1:] else path), language] = path
    order = [*KINDS, OTHER]
    found = [Sample(kind, language, path) for (kind, language), path in heaviest.items()]
    return sorted(found, key=lambda s: (spoken.index(s.language), order.index(s.kind)))


# --- What they weigh -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """What one visit took, in bytes; pictures are apart, all else is gzipped where a host would."""

    requests: int
    body: int
    wire: int
    """Bodies and headers of answers."""
    pictures: int
    files: tuple[Request, ...]
    elsewhere: tuple[str, ...]
    """Hosts that were asked for something and given no chance to answer, one for each request."""
    behind: tuple[str, ...]
    """Pictures that were loaded although a closed element hides them."""


@dataclass(frozen=True)
class Weight:
    sample: Sample
    first: Load
    later: Load
    text: float
    """Seconds until the first text over a slow line."""
    all_text: float


def weigh(browser: Browser, server: Server, sample: Sample, before: str) -> Weight:
    """Three visits to a page; ``before`` is the page that a later visit comes from."""
    first, later = (visit(browser, server, sample.path, origin) for origin in (NOWHERE, before))
    return Weight(sample, first, later, *readable(browser, server, sample.path))


def visit(browser: Browser, server: Server, path: str, origin: str) -> Load:
    """Loads a page in a browser that has seen ``origin`` and nothing else, at full speed."""
    asked: list[str] = []
    with counting.visiting(browser, server, origin, before=_alone) as tab:
        tab.page.on("request", lambda request: asked.append(request.url))
        tab.does(lambda page: page.goto(server.url + path, wait_until="load"), lambda page: None)
        files = tuple(server.requests)
        behind = tuple(set(_hidden(tab.page, server.url)) & {file.path.lstrip("/") for file in files})
    return load(files, [host for url in asked if (host := _foreign(url, server.url))], behind)


def load(files: Iterable[Request], elsewhere: Iterable[str] = (), behind: Iterable[str] = ()) -> Load:
    seen = tuple(files)
    pictures = [file for file in seen if PurePosixPath(file.path).suffix in PICTURES]
    rest = [file for file in seen if file not in pictures]
    return Load(
        len(seen),
        sum(file.body for file in rest),
        sum(file.wire for file in rest),
        sum(file.body for file in pictures),
        seen,
        tuple(elsewhere),
        tuple(behind),
    )


def readable(browser: Browser, server: Server, path: str) -> tuple[float, float]:
    """Seconds from the start of a first visit over a slow line to the first text, and to all of the page."""
    with counting.visiting(browser, server, NOWHERE, counting.SLOW, before=_alone) as tab:
        tab.page.goto(server.url + path, wait_until="domcontentloaded")
        tab.page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
        tab.page.wait_for_timeout(300)
        text, whole = tab.page.evaluate(PAINTED)
    return text / 1000, max(text, whole) / 1000


PAINTED = """async () => {
    const paints = await new Promise(done => {
        new PerformanceObserver(list => done(list.getEntries()))
            .observe({type: 'largest-contentful-paint', buffered: true});
        setTimeout(() => done([]), 1000);
    });
    const texts = paints.filter(paint => !paint.url).map(paint => paint.startTime);
    const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return [texts.length ? Math.min(...texts) : first, performance.getEntriesByType('navigation')[0].responseEnd];
}"""
"""Milliseconds until the first text was painted and until the page had come.

Text is a candidate for the largest paint that is no picture, so that a lone icon does not pass for it.
"""


def _alone(page: Page) -> None:
    """Lets the browser reach no other host: requests are seen and fail at once."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": ["https://*"]})


def _foreign(url: str, ours: str) -> str:
    parts = urlsplit(url)
    return parts.netloc if parts.scheme in ("http", "https") and not url.startswith(ours) else ""


def _hidden(page: Page, url: str) -> list[str]:
    """The addresses below ``url`` of all pictures in closed elements, in every size that is offered."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll('details:not([open]) :is(img, source)')]
        .flatMap(e => [e.src, ...(e.srcset || '').split(',').map(part => part.trim().split(/\\s+/)[0])])
        .filter(Boolean).map(address => new URL(address, document.baseURI).href)""")
    return [urlsplit(address).path.lstrip("/") for address in found if address.startswith(url)]


def scans(site: Path, pages: Iterable[str]) -> list[str]:
    """Those of ``pages`` that have a picture in an element that can be closed."""
    found = re.compile(r"<details(?![^>]*\sopen)[^>]*>(?:(?!</details>).)*?<img", re.DOTALL)
    return [page for page in pages if found.search((site / page).read_text("utf-8"))]


# --- Tables ----------------------------------------------------------------------------------------------

HEAD = (
    f"{'page':22} {'':3} {'first KB':>9} {'+ head':>7} {'req':>4} {'later KB':>9} {'+ head':>7} {'req':>4}"
    f" {'pictures':>9} {'text s':>7} {'all text':>8}"
)


def mark(value: float, limit: float, with_headers: float = 0) -> str:
    """``!`` beyond a limit, ``~`` where only the headers lead beyond it."""
    return "!" if value > limit else "~" if with_headers > limit else " "


def row(weight: Weight) -> str:
    first, later = weight.first, weight.later
    return (
        f"{weight.sample.kind:22} {weight.sample.language:3}"
        f" {first.body / 1e3:8.1f}{mark(first.body, FIRST, first.wire)} {first.wire / 1e3:7.1f} {first.requests:4}"
        f" {later.body / 1e3:8.1f}{mark(later.body, LATER, later.wire)} {later.wire / 1e3:7.1f} {later.requests:4}"
        f" {first.pictures / 1e3:9.1f} {weight.text:6.1f}{mark(weight.text, READABLE)} {weight.all_text:8.1f}"
        f"  {weight.sample.path}{elsewhere(first)}"
    )


def elsewhere(one: Load) -> str:
    """The requests to other hosts, which are not in the bytes."""
    if not one.elsewhere:
        return ""
    return f"  and {len(one.elsewhere)} requests not fetched: {', '.join(sorted(set(one.elsewhere)))}"


def ours(site: Path, weighed: Mapping[str, int], found: list[Sample], kinds: Iterable[str]) -> list[Weight]:
    """Measures and prints our pages of ``kinds``."""
    print(f"\nLimits: first visit {FIRST:,} bytes, later {LATER:,}, text {READABLE:.0f} s.")
    print(f"! is beyond, ~ with headers only\n\n{HEAD}")
    weights = []
    with Server(site) as server, counting.chromium() as browser:
        for sample in (sample for sample in found if sample.kind in kinds):
            weights.append(weigh(browser, server, sample, origin(found, sample)))
            print(row(weights[-1]), flush=True)
        closed = [visit(browser, server, page, NOWHERE) for page in _spread(scans(site, weighed), 2 * HEAVIEST)]
    print(f"\npictures loaded behind a closed element: {sum(len(v.behind) for v in closed)} on {len(closed)} pages")
    return weights


def origin(found: list[Sample], sample: Sample) -> str:
    """The page that a later visit comes from: home in the same language, and for home the last of the others."""
    others = [s for s in found if s.language == sample.language and s.path != sample.path]
    home = [s.path for s in others if s.kind == "home"]
    return home[0] if home else others[-1].path if others else NOWHERE


def _spread(pages: list[str], count: int) -> list[str]:
    return pages[:: max(1, -(-len(pages) // count))]


def missing(chosen: Iterable[Sample], spoken: Iterable[str]) -> Iterator[str]:
    there = {(sample.kind, sample.language) for sample in chosen}
    for language in spoken:
        absent = [kind for kind in KINDS if (kind, language) not in there]
        if absent:
            yield f"not in this site, {language}: {'; '.join(absent)}"


def files(weights: Iterable[Weight]) -> Iterator[str]:
    """What the heaviest of the first visits loads, the heaviest file first."""
    weight = max(weights, key=lambda w: w.first.body)
    yield f"\nThe heaviest first visit ({weight.sample.kind}) loads, bytes of bodies"
    for file in sorted(weight.first.files, key=lambda f: -f.body):
        yield f"{file.body:9,}  {file.path}{'' if file.status == 200 else f'  status {file.status}'}"


def whole(weighed: Mapping[str, int]) -> Iterator[str]:
    """Every page of the site by the bytes of its own HTML, which is what a later visit takes."""
    heavy = sorted(weighed, key=lambda page: -weighed[page])
    beyond = sum(size > LATER for size in weighed.values())
    yield f"\nAll {len(weighed):,} pages, HTML with gzip -9: median {median(weighed.values()):,.0f} bytes;"
    yield f"{beyond} pages are beyond {LATER:,} bytes. The heaviest:"
    for page in heavy[:HEAVIEST]:
        yield f"{weighed[page]:9,}  {page}"


ROWS: tuple[tuple[str, Callable[[Weight], float]], ...] = (
    ("first visit, KB", lambda w: w.first.body / 1e3),
    ("  with headers, KB", lambda w: w.first.wire / 1e3),
    ("  requests", lambda w: w.first.requests + len(w.first.elsewhere)),
    ("  pictures, KB", lambda w: w.first.pictures / 1e3),
    ("later visit, KB", lambda w: w.later.body / 1e3),
    ("  requests", lambda w: w.later.requests + len(w.later.elsewhere)),
    ("first text, seconds", lambda w: w.text),
    ("all text, seconds", lambda w: w.all_text),
)


def compare(weights: list[Weight], peers: list[Peer]) -> None:
    """Measures the peers and prints them beside ours, for each kind and then the medians of the ratios."""
    mine = {w.sample.kind: w for w in weights}
    columns = {peer.name: _peer(peer) for peer in peers}
    for kind in mine:
        _table(kind, {"ours": mine[kind]} | {name: got[kind] for name, got in columns.items() if kind in got})
    for name, got in columns.items():
        print(f"\n{name}: its figure over ours, median of {len(got)} kinds of pages")
        for label, value in ROWS:
            ratios = [value(got[kind]) / value(mine[kind]) for kind in got if value(mine[kind])]
            print(f"  {label:22}" + (f"{median(ratios):8.1f} x" if ratios else f"{'-':>10}"))
        strangers = sorted({host for w in got.values() for host in w.first.elsewhere})
        print(f"  asked of other hosts, counted as requests, not fetched: {', '.join(strangers) or 'nothing'}")
        print("\n".join(files(got.values())), flush=True)


def _peer(peer: Peer) -> dict[str, Weight]:
    """What the peer's pages weigh, for each kind."""
    pages = [Sample(kind, "", path) for kind, path in peer.pages.items()]
    with Server(peer.site) as server, counting.chromium() as browser:
        return {page.kind: weigh(browser, server, page, origin(pages, page)) for page in pages}


def _table(kind: str, columns: Mapping[str, Weight]) -> None:
    print(f"\n{kind}" + " " * (24 - len(kind)) + "".join(f"{name:>30}" for name in columns))
    for label, value in ROWS:
        cells = [_cell(value(weight), value(columns["ours"])) for weight in columns.values()]
        print(f"  {label:22}" + "".join(f"{cell:>30}" for cell in cells), flush=True)


def _cell(value: float, mine: float) -> str:
    return f"{value:.1f}" + (f" ({value / mine:5.1f} x)" if mine else f"{'':>10}")


# --- All of it -------------------------------------------------------------------------------------------


def built(site: Path, weights: list[Weight], cache: Path, checkout: Path | None) -> Iterator[Peer]:
    """The peers with our words of the kinds that are compared; says why one is missing.

    Material is built twice: with these pages only, and with all our records of the first language, which by default
    are all in its menu and in the index of its search, and that comes with the first page.
    """
    pages = {w.sample.kind: site / w.sample.path for w in weights}
    records = [page for page in site.rglob("*.html") if kind_of(page.relative_to(site).as_posix()) in RECORDS]
    yield weight_peers.material(cache / "material-few", pages)
    yield weight_peers.material(cache / "material-all", pages, sorted(records))
    try:
        if checkout is None:
            raise LookupError("name a checkout of its template collectionbuilder-csv with --collectionbuilder")
        yield weight_peers.collectionbuilder(cache / "collectionbuilder", checkout, pages)
    except LookupError as reason:
        print(f"\nCollectionBuilder is not measured: {reason}")


def first_bank() -> Path:
    measured([sys.executable, "-m", "build_tools", "--bank", str(ROOT), "build"], ROOT)
    return ROOT / "site"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="a built site; without it the first bank is built")
    parser.add_argument("--cache", type=Path, default=CACHE, help="a folder in which the peers' sites are built")
    parser.add_argument("--collectionbuilder", type=Path, help="a checkout of the template collectionbuilder-csv")
    parser.add_argument("--kinds", nargs="+", choices=[*KINDS, OTHER], help="only these kinds of pages")
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    chosen = parser.parse_args()
    site = (chosen.site or first_bank()).resolve()
    weighed, spoken = sizes(site), languages(site)
    found = samples(weighed, spoken)
    weights = ours(site, weighed, found, chosen.kinds or [*KINDS, OTHER])
    for line in (*missing(found, spoken), *files(weights), *whole(weighed)):
        print(line)
    compared = [w for w in weights if w.sample.language == spoken[0] and w.sample.kind in COMPARED]
    if not chosen.ours and compared:
        compare(compared, list(built(site, compared, chosen.cache, chosen.collectionbuilder)))


if __name__ == "__main__":
    main()
