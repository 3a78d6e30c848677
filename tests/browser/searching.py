"""What tests do with the search field, and what they read from its results."""

from __future__ import annotations

from playwright.sync_api import Page

FIELD = "#kb-search input"

_DONE = """() => {
    const status = document.getElementById('kb-search-status').textContent;
    const busy = document.getElementById('kb-results').getAttribute('aria-busy') === 'true';
    return status !== '?' && !/Searching/.test(status) && !busy;
}"""


def search(page: Page, text: str) -> None:
    """Types ``text``, presses Enter and waits for the answer."""
    page.evaluate("document.getElementById('kb-search-status').textContent = '?'")
    page.fill(FIELD, text)
    page.press(FIELD, "Enter")
    page.wait_for_function(_DONE)


def settle(page: Page) -> None:
    """Waits until a search that was started has ended."""
    page.wait_for_function("() => document.getElementById('kb-search-status').textContent")
    page.wait_for_function(_DONE)


def status(page: Page) -> str:
    return page.inner_text("#kb-search-status")


def results(page: Page) -> list[str]:
    """The ids of the records shown, in order."""
    hrefs = page.eval_on_selector_all("#kb-results li a", "links => links.map(a => a.getAttribute('href'))")
    return [href.rsplit("/", 1)[-1].removesuffix(".html") for href in hrefs]
