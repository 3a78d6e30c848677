"""What a visit costs: a server on this computer that counts bytes, and a browser that does what a reader does.

    with counting.Server(folder) as server, counting.chromium() as browser:
        with counting.visiting(browser, server, "index.html") as tab:
            first = tab.does(steps, done)
            second = tab.does(other_steps, done)

The server behaves like a common static host: HTTP/1.1 with keep-alive, gzip -9 for text, ten minutes of caching.
"""

from __future__ import annotations

import gzip
import mimetypes
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".md": "text/markdown",
}
COMPRESSED = (
    "text/",
    "application/json",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
    "application/rss+xml",
)
"""Types that the server gzips; anything else, such as .bin or Pagefind's own files, goes out as it lies on disk."""
QUIET = 0.5  # seconds without a request before a page counts as quiet
PATIENCE = 60.0  # seconds to wait for that


# --- The server ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Request:
    """One answer of the server; sizes in bytes as they go over the wire."""

    path: str
    status: int
    body: int
    wire: int
    """Body and headers."""


class Server:
    """Serves ``folder`` on the loopback address while the context lasts and notes every answer in ``requests``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.requests: list[Request] = []
        self.active = 0
        self.last = 0.0
        self._lock = threading.Lock()
        self._cache: dict[tuple[Path, int], bytes] = {}
        self._http = _Http(("127.0.0.1", 0), partial(_Answer, self))

    def __enter__(self) -> Server:
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        """The address of the folder, with a stroke at the end."""
        return f"http://127.0.0.1:{self._http.server_port}/"

    def reset(self) -> None:
        """Forgets what was counted."""
        with self._lock:
            self.requests = []

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Marks the server as busy, so that nobody takes it for quiet."""
        with self._lock:
            self.active += 1
        try:
            yield
        finally:
            with self._lock:
                self.active -= 1
                self.last = time.monotonic()

    def note(self, request: Request) -> None:
        with self._lock:
            self.requests.append(request)

    def quiet(self) -> bool:
        """Whether nothing was asked for a moment."""
        return not self.active and time.monotonic() - self.last >= QUIET

    def content(self, file: Path, compressed: bool) -> bytes:
        """The bytes of ``file``, gzipped once if they are to be."""
        if not compressed:
            return file.read_bytes()
        key = file, file.stat().st_mtime_ns
        if key not in self._cache:
            self._cache[key] = gzip.compress(file.read_bytes(), 9, mtime=0)
        return self._cache[key]

    def find(self, address: str) -> Path | None:
        """The file that an address stands for, if it is one of the folder's."""
        file = (self.folder / unquote(urlsplit(address).path).lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        return file if file.is_relative_to(self.folder) and file.is_file() else None


class _Http(ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes its tab leaves open connections behind; that is no error."""


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, server: Server, *arguments: Any) -> None:
        self.counter = server
        super().__init__(*arguments)

    def do_GET(self) -> None:
        with self.counter.answering():
            file = self.counter.find(self.path)
            if file is None:
                return self._send(404, "text/plain", b"There is nothing here.\n", None, False)
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            compressed = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
            self._send(200, kind, self.counter.content(file, compressed), file.stat().st_mtime, compressed)
        return None

    def _send(self, status: int, kind: str, body: bytes, changed: float | None, compressed: bool) -> None:
        lines = [
            f"HTTP/1.1 {status} {'OK' if status == 200 else 'Not Found'}",
            f"Date: {formatdate(usegmt=True)}",
            f"Content-Type: {kind}; charset=utf-8" if kind.startswith("text/") else f"Content-Type: {kind}",
            f"Content-Length: {len(body)}",
            "Cache-Control: max-age=600",
            "Vary: Accept-Encoding",
        ]
        lines += ["Content-Encoding: gzip"] if compressed else []
        lines += [f"Last-Modified: {formatdate(changed, usegmt=True)}"] if changed else []
        head = ("\r\n".join(lines) + "\r\n\r\n").encode()
        path = urlsplit(self.path).path
        if "/favicon." not in path:
            self.counter.note(Request(path, status, len(body), len(head) + len(body)))
        self.wfile.write(head + body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the base class has
        """Counting says enough."""


# --- The browser -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Throttle:
    """A slow line: bytes per second down and up, and milliseconds of delay for each request."""

    rate: int = 6_250
    latency: int = 500


SLOW = Throttle()
"""50 kbit/s with half a second of delay."""


@dataclass(frozen=True)
class Visit:
    """What one action of a reader cost."""

    requests: int
    body_bytes: int
    wire_bytes: int
    """Bodies and headers of the answers."""
    seconds: float
    """Until what was asked for was shown."""
    paths: tuple[str, ...] = ()


Act = Callable[[Page], object]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: that named in ``KB_CHROMIUM`` or one found on this computer."""
    program = os.environ.get("KB_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not program:
        raise SystemExit("There is no Chromium; install it, or name one in KB_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class Tab:
    """A page that is open and quiet; made by ``visiting``."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server

    def does(self, steps: Act, done: Act) -> Visit:
        """Runs ``steps`` and waits for ``done``; bytes are counted until the page is quiet again.

        Counting on past ``done`` charges a search for what it still loads when its results are already shown.
        Raises ``playwright.sync_api.TimeoutError`` when ``done`` never comes.
        """
        self.server.reset()
        start = time.monotonic()
        steps(self.page)
        done(self.page)
        seconds = time.monotonic() - start
        self.settle()
        seen = list(self.server.requests)
        paths = tuple(r.path for r in seen)
        return Visit(len(seen), sum(r.body for r in seen), sum(r.wire for r in seen), seconds, paths)

    def settle(self) -> None:
        """Waits until the page asks for nothing more."""
        limit = time.monotonic() + PATIENCE
        self.page.wait_for_timeout(QUIET * 1000)
        while not self.server.quiet() and time.monotonic() < limit:
            self.page.wait_for_timeout(50)


@contextmanager
def visiting(
    browser: Browser,
    server: Server,
    path: str = "",
    throttle: Throttle | None = None,
    *,
    before: Act = lambda page: None,
    timeout: float = 300.0,
) -> Iterator[Tab]:
    """Opens a page of ``server`` as a reader who was never there, and waits until it is quiet.

    The page itself loads at full speed; ``throttle`` begins when it is quiet, and holds for workers, too.  ``before``
    is done with the empty page.  ``timeout`` in seconds is that of every later wait in the page.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    try:
        page = context.new_page()
        page.set_default_timeout(timeout * 1000)
        before(page)
        page.goto(server.url + path, wait_until="load")
        tab = Tab(page, server)
        tab.settle()
        if throttle:
            _slow(context.new_cdp_session(page), throttle)
        yield tab
    finally:
        context.close()


def measure(
    browser: Browser, server: Server, path: str, steps: Act, done: Act, throttle: Throttle | None = None
) -> Visit:
    """What ``steps`` cost in a page just opened."""
    with visiting(browser, server, path, throttle) as tab:
        return tab.does(steps, done)


def shown(selector: str, count: int) -> Act:
    """A ``done`` that waits until at least ``count`` elements are visible and have text."""
    test = """([selector, count]) => [...document.querySelectorAll(selector)]
        .filter(e => e.checkVisibility() && e.textContent.trim()).length >= count"""
    return lambda page: page.wait_for_function(test, arg=[selector, count])


def typing(selector: str, text: str, enter: bool = True) -> Act:
    """Steps: focus a field, empty it, type ``text`` and, if wanted, press Enter."""

    def steps(page: Page) -> None:
        field = page.locator(selector)
        field.focus()
        field.fill("")
        field.press_sequentially(text)
        if enter:
            field.press("Enter")

    return steps


def _slow(session: CDPSession, throttle: Throttle) -> None:
    """Holds for the page and for its workers."""
    rates = {"downloadThroughput": throttle.rate, "uploadThroughput": throttle.rate}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": throttle.latency, **rates})
