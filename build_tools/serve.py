"""A server for this computer only, which builds again when a file of the bank changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from build_tools.settings import FILE
from build_tools.sources.walk import walk

LOOK_EVERY = 1.0  # seconds


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the base class has
        """One line for each request would hide what the build says."""


def serve(
    root: Path,
    rebuild: Callable[[], Path | None],
    port: int,
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> bool:
    """Builds, serves on the loopback address and looks for changes until interrupted.  False: nothing to serve."""
    site = rebuild()
    if site is None:
        return False
    stop = stop or threading.Event()
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"The site is at http://127.0.0.1:{server.server_port}/ on this computer. Stop with Ctrl+C.")
        try:
            _watch(root, rebuild, say, stop)
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            server.shutdown()
    return True


def _watch(root: Path, rebuild: Callable[[], Path | None], say: Callable[[str], None], stop: threading.Event) -> None:
    before = stamp(root)
    while not stop.wait(LOOK_EVERY):
        now = stamp(root)
        if now != before:
            say("Something changed; building again.")
            rebuild()
            before = now


def stamp(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of every file that the bank is made of."""
    paths = [*walk(root)[0], FILE]
    found = {}
    for path in paths:
        try:
            status = (root / path).stat()
        except OSError:
            continue
        found[path] = (status.st_size, status.st_mtime_ns)
    return found
