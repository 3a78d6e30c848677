"""Pages in a real browser, as people meet them: a narrow phone, no JavaScript, a folder on disk, the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(browser: Browser, flagship_site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    wide = {}
    for path in PAGES:
        page.goto((flagship_site / path).as_uri())
        if (found := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide[path] = found
    page.close()
    assert wide == {}


def test_all_is_there_without_javascript(browser: Browser, flagship_site: Path) -> None:
    """The menu is reached, a theme leads to a record, the scan shows: with scripts switched off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((flagship_site / "index.html").as_uri())
    page.click("text=Menu")
    page.click("nav#menu >> text=Theme")
    page.click("text=Rescue and release")
    assert "What it is" in page.inner_text("article")
    page.goto((flagship_site / "clippings/specimen-cacl-webinar.html").as_uri())
    assert not page.is_visible(".kb-scan img")
    page.click(".kb-scan summary")
    assert page.is_visible(".kb-scan img")
    context.close()


def test_every_page_is_read_without_javascript(browser: Browser, flagship_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    silent = []
    for path in PAGES:
        page.goto((flagship_site / path).as_uri())
        if not page.inner_text("h1").strip() or len(page.inner_text("article")) < 40:
            silent.append(path)
    context.close()
    assert silent == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_scan_is_loaded_only_when_it_is_asked_for(browser: Browser, flagship_site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((flagship_site / "clippings/specimen-cacl-webinar.html").as_uri(), wait_until="networkidle")
    assert [url for url in asked if url.endswith(".webp")] == []
    told = page.inner_text(".kb-scan summary")
    assert "KB" in told
    before = page.evaluate("document.querySelector('.kb-scan img').height")
    with page.expect_request(lambda request: request.url.endswith(".webp")) as loading:
        page.click(".kb-scan summary")
    page.wait_for_function("() => document.querySelector('.kb-scan img').complete")
    assert ".640." in loading.value.url or width > 360
    box = page.evaluate("(({width, height}) => [width, height])(document.querySelector('.kb-scan img'))")
    assert before > 0
    assert box[0] <= width
    page.close()


def test_hindi_is_one_step_away_and_says_so(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    page.goto((flagship_site / "case-studies/clfj-overview.html").as_uri())
    page.click("header a[hreflang=hi]")
    assert page.get_attribute("html", "lang") == "hi"
    assert "hi/case-studies/clfj-overview.html" in page.url
    assert "मुख्य" in page.inner_text(".kb-trail")
    page.close()


def test_no_request_leaves_and_nothing_is_reported(
    browser: Browser, flagship_site: Path, serve: Callable[[Path], str]
) -> None:
    """From a folder and over http: no other host is asked, and no rule of the page's own policy is broken."""
    asked: list[str] = []
    said: list[str] = []
    for base in (flagship_site.as_uri() + "/", serve(flagship_site)):
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text))
        for path in PAGES:
            page.goto(base + path)
        page.close()
        assert [url for url in asked if not url.startswith(base)] == []
        assert asked
        asked.clear()
    assert said == []


def test_the_policy_of_a_page_stops_what_is_not_its_own(browser: Browser, flagship_site: Path, tmp_path: Path) -> None:
    """The policy that every page carries forbids inline scripts, inline styles, handlers and other hosts."""
    text = (flagship_site / "about.html").read_text(encoding="utf-8")
    bad = '<script>window.x=1</script><p id="p" style="color:red" onclick="x=2">p</p><img src="https://example.org/i">'
    (tmp_path / "page.html").write_text(text.replace("<article", bad + "<article", 1), encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "page.html").as_uri())
    page.click("#p")
    assert page.evaluate("window.x") is None
    assert page.evaluate("getComputedStyle(document.getElementById('p')).color") != "rgb(255, 0, 0)"
    for directive in ("script-src", "style-src", "img-src"):
        assert any(directive in line for line in said), directive
    page.close()


def test_every_page_is_reached_from_the_first_and_opens_from_a_folder(browser: Browser, flagship_site: Path) -> None:
    """All links are followed from the first page; a browser opens one page in fifteen of those found, from disk.

    That no link of any page is dead is tested in tests/test_flagship.py.
    """
    seen: set[Path] = set()
    waiting = [flagship_site / "index.html"]
    while waiting:
        file = waiting.pop()
        if file in seen or file.suffix != ".html":
            continue
        seen.add(file)
        targets = re.findall(r'(?:href|action)="([^":#?]+)', file.read_text(encoding="utf-8"))
        waiting += [(file.parent / unquote(target)).resolve() for target in targets]
    assert {p for p in flagship_site.rglob("*.html") if p.name != "404.html"} - seen == set()
    page = browser.new_page()
    for file in sorted(seen)[::15]:
        page.goto(file.as_uri(), wait_until="commit")
        page.wait_for_selector("h1")
    page.close()


def test_pages_stay_readable_without_a_line(
    browser: Browser, flagship_site: Path, serve: Callable[[Path], str]
) -> None:
    """The worker comes with the second page; without a line visited pages are there, and those that find help."""
    context = browser.new_context()
    page = context.new_page()
    base = serve(flagship_site)
    page.goto(base + "index.html")
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(r => !r)")
    page.click("nav#menu >> text=Theme")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    page.goto(base + "themes/rescue.html")
    context.set_offline(True)
    page.goto(base + "themes/rescue.html?again")
    assert "What it is" in page.inner_text("article")
    assert page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.goto(base + "help/index.html")
    assert "1098" in page.inner_text("article")
    page.goto(base + "laws/bba-2011.html")
    assert page.url == base + "help/index.html"
    context.close()


def test_paper_has_the_text_its_address_and_its_date(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    page.goto((flagship_site / "laws/calpr-act-1986.html").as_uri())
    page.emulate_media(media="print")
    assert not page.is_visible("nav#menu")
    assert not page.is_visible("#kb-search")
    assert "laws/calpr-act-1986.html" in page.inner_text(".kb-print")
    assert "2026" in page.inner_text(".kb-print")
    assert page.is_visible("h1")
    page.close()


def test_the_keyboard_reaches_the_content(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    page.goto((flagship_site / "themes/index.html").as_uri())
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('article')"):
            break
    assert page.evaluate("!!document.activeElement.closest('article')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert not page.url.endswith("themes/index.html")
    page.close()
