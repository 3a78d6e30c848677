"""Pages that everybody can use: axe-core finds nothing, in both languages, light and dark; the keyboard is enough."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.kinds import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, flagship_site: Path, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto((flagship_site / path).as_uri())
        # What is folded away is read as well.
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
        violations = Axe().run(page).response["violations"]
        if violations:
            found[path] = [(v["id"], v["nodes"][0]["html"][:120]) for v in violations]
    context.close()
    assert found == {}


def test_axe_would_find_something(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "bad.html"
    file.write_text('<!doctype html><html><title>t</title><img src="x"><p style="color:#ccc">pale</p>')
    page = browser.new_page()
    page.goto(file.as_uri())
    assert {v["id"] for v in Axe().run(page).response["violations"]} >= {"image-alt", "color-contrast", "html-has-lang"}
    page.close()


def _tab_to(page: Page, wanted: str, most: int = 150) -> None:
    """Presses Tab until the element in focus matches ``wanted``, and Enter on it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach {wanted} on {page.url}")


def test_the_keyboard_finds_help(browser: Browser, flagship_site: Path) -> None:
    """Home, find help, a state, a district, an organisation: with Tab and Enter alone."""
    page = browser.new_page()
    page.goto((flagship_site / "index.html").as_uri())
    _tab_to(page, 'article a[href="help/index.html"]')
    _tab_to(page, 'article a[href="../help/in-rj.html"]')
    _tab_to(page, 'article a[href="../help/in-rj/jaipur.html"]')
    _tab_to(page, 'article a[href^="../../organisations/"]')
    assert "/organisations/" in page.url
    assert page.inner_text("h1")
    page.close()


def test_focus_can_be_seen(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    page.goto((flagship_site / "themes/index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "kb-skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.close()


def test_the_skip_link_leads_to_the_content(browser: Browser, flagship_site: Path) -> None:
    page = browser.new_page()
    page.goto((flagship_site / "themes/index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")
    page.close()
