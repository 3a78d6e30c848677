"""Pages in a real browser, as people meet them: a narrow phone, no JavaScript, a folder on disk, the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = [
    "index.html",
    "about.html",
    "case-studies/clfj-overview.html",
    "guides/clm-preparation.html",
    "laws/calpr-act-1986.html",
    "laws/index.html",
    "toolkits/kit-workplace-visit.html",
    "organisations/index.html",
    "organisations/org-ilo.html",
    "publications/index.html",
    "data/data-census-india-1971-2011.html",
    "clippings/specimen-cacl-webinar.html",
    "themes/index.html",
    "themes/rescue.html",
    "places/in.html",
    "places/in-rj.html",
    "years/index.html",
    "az/index.html",
    "glossary/index.html",
    "periodical/issue-1.html",
    "hi/index.html",
    "hi/case-studies/clfj-overview.html",
    "hi/themes/rescue.html",
    "hi/clippings/specimen-hi-webinar.html",
]


@pytest.mark.parametrize("width", [320, 360, 1280])
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
    """The menu opens, a theme leads to a record, the scan shows: with scripts switched off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((flagship_site / "index.html").as_uri())
    page.click("label.md-header__button")
    page.wait_for_timeout(400)
    page.click(".md-nav >> text=Theme")
    page.click("text=Rescue and release")
    assert "What it is" in page.inner_text("article")
    page.goto((flagship_site / "clippings/specimen-cacl-webinar.html").as_uri())
    assert not page.is_visible(".kb-scan img")
    page.click(".kb-scan summary")
    assert page.is_visible(".kb-scan img")
    context.close()


def test_hindi_is_one_step_away_and_says_so(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    page.goto((flagship_site / "case-studies/clfj-overview.html").as_uri())
    page.click("header a[hreflang=hi]")
    assert page.get_attribute("html", "lang") == "hi"
    assert "hi/case-studies/clfj-overview.html" in page.url
    assert "मुख्य" in page.inner_text(".kb-trail")
    page.close()


def test_no_request_leaves_and_nothing_is_reported(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("file://", "data:")):
            asked.append(request.url)

    page.on("request", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    for path in PAGES:
        page.goto((flagship_site / path).as_uri())
    page.close()
    assert asked == []
    assert said == []


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
