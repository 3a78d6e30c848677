# ruff: noqa: E501  (hostile texts are as long as they are)
"""Every hostile text in every place of a bank, the rules switched off: what is published is text, and nothing runs.

The rules that keep such texts off the site are blinded, and so is the reading of scans, because no scan can be read as a
line separator: only what is behind them, escaping and cleaning, is on trial.  The site is judged three times: by the
verifier (the build ends with a site), by a comparison with a bank of plain words that shares no code with either, and by
Chromium.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

from build_tools import pipeline
from build_tools.diagnostics import Severity
from build_tools.model import Reading
from build_tools.settings import read_settings
from build_tools.sources.bank import read_bank
from tests.browser.searching import search
from tests.conftest import TODAY
from tests.faults import payloads

MARK = re.compile(r"zq(\d{3})([a-z]+) ")
# Fields that no page shows: they are for machines, or for those who keep the bank.
UNSEEN = {"seat", "papen", "ndat", "bkeyw"}


@dataclass(frozen=True)
class Built:
    site: Path
    texts: Mapping[int, str]
    sinks: list[str]


def build_blind(root: Path, texts: Mapping[int, str], settings_text: str) -> Built:
    sinks = payloads.bank_of(root, texts, settings_text)
    settings, found = read_settings(root)
    assert settings is not None, found

    def readings(bank: object, drafts: list[object], *_rest: object) -> dict[str, Reading]:
        scans = [(d.id, d.scan.path) for d in drafts if d.scan]  # type: ignore[attr-defined]
        return {path: _reading(f"zq{id_[1:]}ocr {texts[int(id_[1:])]}") for id_, path in scans}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "inspect", lambda root, settings, today: (read_bank(root, settings), []))
        patch.setattr(pipeline, "read", readings)
        outcome = pipeline.build(root, settings, pipeline.Options(root / "site"), TODAY)
    assert outcome.site, outcome.diagnostics[:5]
    return Built(outcome.site, texts, [*sinks, *("ocr" for _ in texts)])


def _reading(text: str) -> Reading:
    return Reading(text, (), ("eng",), "none", "1", {}, ((600, 600),))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    texts = dict(enumerate(payloads.PAYLOADS.values()))
    return build_blind(tmp_path_factory.mktemp("hostile") / "bank", texts, payloads.SETTINGS_TEXT)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    texts = {
        0: "*words* [x](https://example.org) ~~del~~ `code`\n\n- a\n- b\n\n1. x\n\n> q\n\n### h\n\n|a|b|\n|-|-|\n|1|2|\n\n---"
    }
    texts |= dict.fromkeys(range(1, 4), payloads.PLAIN)
    return build_blind(tmp_path_factory.mktemp("plain") / "bank", texts, "Plain words")


# --- Against a bank of plain words ---


class Seen(HTMLParser):
    """The elements of a page with each attribute, the addresses, and the text; Python's own reading of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marks: set[tuple[str, str]] = set()
        self.addresses: set[str] = set()
        self.texts: list[str] = []
        self.others = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.marks |= {(tag, "")} | {(tag, name) for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src", "action")}
        self.texts += [value or "" for name, value in attrs if name in ("content", "alt", "aria-label", "placeholder")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.others += 1

    def unknown_decl(self, data: str) -> None:
        self.others += 1

    def handle_pi(self, data: str) -> None:
        self.others += 1


def seen(site: Path) -> dict[str, Seen]:
    found = {}
    for file in sorted(site.rglob("*.html")):
        found[file.relative_to(site).as_posix()] = page = Seen()
        page.feed(file.read_text("utf-8"))
        page.close()
    return found


@pytest.fixture(scope="module")
def pages(hostile: Built) -> dict[str, Seen]:
    return seen(hostile.site)


def test_no_page_has_an_element_or_attribute_that_plain_words_do_not_have(plain: Built, pages: dict[str, Seen]) -> None:
    known = set().union(*(page.marks for page in seen(plain.site).values()))
    known |= {("q", ""), ("h1", "id"), *((f"h{n}", "id") for n in range(2, 7)), *((f"h{n}", "") for n in range(2, 7))}
    more = {path: page.marks - known for path, page in pages.items()}
    assert set().union(*more.values()) == set(), [path for path in more if more[path]][:9]
    assert [path for path, page in pages.items() if page.others] == []
    assert len(pages) > 700


def test_every_address_is_of_the_site_or_a_link_to_the_web(pages: dict[str, Seen]) -> None:
    for address in set().union(*(page.addresses for page in pages.values())):
        scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", address, re.I)
        assert not scheme or scheme[1] in ("https", "http", "tel", "mailto"), address
        assert not address.startswith(("//", "\\", "/\\")), address


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_text_arrived_and_arrived_as_text(hostile: Built, pages: dict[str, Seen]) -> None:
    """Each text stands in the place it was written for, sign by sign, unless that place is Markdown or LaTeX."""
    whole: set[tuple[int, str]] = set()
    met: set[str] = set()
    for page in pages.values():
        text = _squeezed(" ".join(page.texts))
        for mark in MARK.finditer(text):
            number, sink = int(mark[1]), mark[2]
            met.add(sink)
            if number < 900 and text.startswith(_squeezed(hostile.texts[number]), mark.end()):
                whole.add((number, sink))
    assert set(hostile.sinks) - met == UNSEEN
    rendered = set("body alt code gbody stepx stepo lbody kbody tsum pbody abody tedef oract ddef dmet dlim".split())
    latex = {sink for sink in met if sink.startswith("b")}
    wanted = {
        (n, sink) for n in hostile.texts for sink in met - rendered - latex - {"orser"}
    }  # a stroke parts services
    missing = wanted - whole
    assert {sink for _n, sink in missing} == set(), sorted(missing)[:20]


def test_settings_are_text_everywhere(hostile: Built, pages: dict[str, Seen]) -> None:
    wanted = _squeezed(payloads.SETTINGS_TEXT)
    for path, page in pages.items():
        assert _squeezed(" ".join(page.texts)).count(wanted) >= 3, path


def test_a_shared_page_carries_its_title_and_address_and_nothing_else(hostile: Built, pages: dict[str, Seen]) -> None:
    links = {
        n: a for n in hostile.texts for a in pages[f"laws/l{n:03}.html"].addresses if a.startswith("https://wa.me")
    }
    assert links.keys() == hostile.texts.keys()
    for number, link in links.items():
        assert parse_qs(urlsplit(link).query, keep_blank_values=True) == {
            "text": [
                f"zq{number:03}ltit {_squeezed(hostile.texts[number])}\nhttps://www.example.org/bank/laws/l{number:03}.html"
            ]
        }
        assert urlsplit(link).fragment == ""


def test_feed_sitemap_and_points(hostile: Built) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(hostile.site / "feed.xml").getroot()
    titles = [entry.findtext(f"{atom}title") or "" for entry in feed.iter(f"{atom}entry")]
    assert len(titles) == 50
    for title in titles:
        mark = MARK.match(title)
        assert mark
        assert _squeezed(title[mark.end() :]) == _squeezed(hostile.texts[int(mark[1])])
    assert {link.get("href", "").partition(":")[0] for link in feed.iter(f"{atom}link")} == {"https"}
    assert _squeezed(feed.findtext(f"{atom}title") or "") == _squeezed(payloads.SETTINGS_TEXT)
    ElementTree.parse(hostile.site / "sitemap.xml")
    points = json.loads((hostile.site / "districts.geojson").read_text("utf-8"))["features"]
    for number, text in hostile.texts.items():
        [place] = [p["properties"] for p in points if p["id"] == f"IN-RJ/x{number:03}"]
        assert _squeezed(place["name_en"]) == f"zq{number:03}dist {_squeezed(text)}"


def test_references_to_copy_have_a_field_a_line(pages: dict[str, Seen]) -> None:
    for path, page in pages.items():
        if path.startswith(("publications/b", "laws/l", "clippings/n")) and "RIS" in page.texts:
            ris = page.texts[page.texts.index("RIS") :]
            block = next(text for text in ris if text.startswith("TY  - "))
            assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in block.splitlines() if line.strip()), path


# --- In Chromium ---

HOOK = """
    window.noted = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        window[name] = (...given) => { window.noted.push(name); };
    document.addEventListener('securitypolicyviolation', event => window.noted.push(event.violatedDirective));
"""


@dataclass
class Watched:
    """A page that notes whatever happens on it that should not."""

    page: Page
    address: str
    noted: list[str]

    def quiet(self) -> bool:
        ran = self.page.evaluate("[window.ran, ...window.noted].filter(x => x !== undefined)")
        return not ran and not self.noted


@pytest.fixture
def watched(browser: Browser, serve: Callable[[Path], str], hostile: Built) -> Iterator[Watched]:
    address = serve(hostile.site)
    context = browser.new_context(service_workers="block")
    context.add_init_script(HOOK)
    page = context.new_page()
    noted: list[str] = []

    def dialog(opened: Dialog) -> None:
        noted.append(f"dialog {opened.message}")
        opened.dismiss()

    def said(message: ConsoleMessage) -> None:
        noted.append(f"console {message.text}")

    page.on("dialog", dialog)
    page.on("console", said)
    page.on("pageerror", lambda error: noted.append(f"error {error}"))
    page.on("request", lambda request: None if request.url.startswith(address) else noted.append(request.url))
    page.on("popup", lambda popup: noted.append("popup"))
    yield Watched(page, address, noted)
    context.close()


def test_the_watch_notices_what_runs(watched: Watched) -> None:
    watched.page.goto(f"{watched.address}404.html")
    watched.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.ran=1>')")
    watched.page.wait_for_timeout(100)
    assert not watched.quiet()


# Which pages of a kind are opened: every one, or every so many.
KINDS = {"case-studies/c": 1, "publications/b": 2, "clippings/n": 2, "guides/g": 4, "data/d": 4, "themes/t": 4}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_on_a_page(watched: Watched, hostile: Built, kind: str) -> None:
    for number in list(hostile.texts)[:: KINDS[kind]]:
        watched.page.goto(f"{watched.address}{kind}{number:03}.html", wait_until="load")
        assert watched.quiet(), (kind, number, watched.noted)


def test_nothing_runs_on_pages_of_lists_and_in_print(watched: Watched) -> None:
    for path in (
        "index",
        "themes/index",
        "places/in",
        "help/index",
        "map/index",
        "coverage/index",
        "az/z",
        "glossary/index",
    ):
        watched.page.goto(f"{watched.address}{path}.html")
        for opened in watched.page.locator("details").all():
            opened.evaluate("element => { element.open = true; }")
        watched.page.emulate_media(media="print")
        assert watched.quiet(), (path, watched.noted)
        watched.page.emulate_media(media="screen")


def test_nothing_runs_in_the_search(watched: Watched, hostile: Built) -> None:
    watched.page.goto(f"{watched.address}search.html")
    for number, text in hostile.texts.items():
        search(watched.page, f"zq{number:03}ltit")
        titles = watched.page.locator("#kb-results li a").all_inner_texts()
        wanted = f"zq{number:03}ltit {_squeezed(text)}"
        assert wanted in [_squeezed(title) for title in titles], (number, titles)
        assert watched.page.locator("#kb-results :not(ol, li, a, p, span, mark, button)").count() == 0
        assert watched.quiet(), (number, watched.noted)
    for number, text in hostile.texts.items():
        search(watched.page, text[:120])
        assert watched.quiet(), (number, watched.noted)


# --- With the rules ---


@pytest.mark.parametrize("name", payloads.REFUSED)
def test_what_cannot_be_seen_is_refused_in_every_record(tmp_path: Path, name: str) -> None:
    root = tmp_path / "bank"
    payloads.bank_of(root, {0: payloads.REFUSED[name]}, "Plain words")
    settings, _ = read_settings(root)
    assert settings is not None
    bank, found = pipeline.inspect(root, settings, dt.date(2026, 11, 22))
    wrong = {d.subject for d in found if d.severity is Severity.ERROR} | {d.path for d in found if not d.subject}
    for draft in bank.drafts:
        assert draft.record is None or {draft.uid, draft.ref.path} & wrong, draft.uid
    assert all(d.message and d.hint for d in found if d.severity is Severity.ERROR)
