"""The server for one computer: loopback only, and it builds again when a file changes."""

from __future__ import annotations

import re
import threading
import time
import urllib.request
from pathlib import Path

from build_tools import serve


def wait_for(what: list[str], count: int) -> None:
    end = time.monotonic() + 10
    while len(what) < count and time.monotonic() < end:
        time.sleep(0.05)
    assert len(what) >= count


def test_it_serves_and_builds_again_on_change(small_bank: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    builds: list[str] = []
    said: list[str] = []
    stop = threading.Event()

    def rebuild() -> Path:
        builds.append("built")
        (site / "index.html").write_text(f"build {len(builds)}")
        return site

    thread = threading.Thread(target=serve.serve, args=(small_bank, rebuild, 0, said.append, stop))
    thread.start()
    try:
        wait_for(said, 1)
        found = re.search(r"http://127\.0\.0\.1:\d+/", said[0])
        assert found, said
        assert urllib.request.urlopen(found[0]).read() == b"build 1"
        (small_bank / "content/guides/save-rain-water.md").write_text("changed")
        wait_for(builds, 2)
        assert urllib.request.urlopen(found[0]).read() == b"build 2"
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()


def test_nothing_to_serve(small_bank: Path) -> None:
    assert serve.serve(small_bank, lambda: None, 0, lambda _text: None) is False
