"""A small bank, what ``kb build`` makes of it, and how much that took."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw

from build_tools import scaffold
from tests.conftest import digests

MEMORY = 2**30
"""Bytes that a build may take, with all that it starts."""
SECONDS = 60
MARK = "quagmarfin"
"""A word that stands in every hostile file which can hold words, and nowhere on a site."""
_REMARK = re.compile(r"^(.+?)(?::(\d+))?: (error|warning)\[([a-z-]+)\] (.*)\n((?:    .*\n)*)", re.MULTILINE)
_UNREAD = re.compile(r"^(.+?): unread\[([a-z-]+)\] (.*)\n    (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Remark:
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class Built:
    """``remarks``: path -> what was said of the file; ``site``: path -> SHA-256."""

    root: Path
    code: int
    said: str
    memory: int
    seconds: float
    site: dict[str, str] = field(default_factory=dict)

    def assert_bounded(self) -> None:
        """Within the bounds of time and memory, all that the build started included."""
        assert self.seconds < SECONDS, f"the build took {self.seconds:.0f} s"
        assert 0 < self.memory < MEMORY, f"the build took {self.memory / 2**20:.0f} MiB"

    @property
    def remarks(self) -> dict[str, list[Remark]]:
        found: dict[str, list[Remark]] = {}
        for path, _line, _severity, code, message, hint in _REMARK.findall(self.said):
            found.setdefault(path, []).append(Remark(code, message, hint.strip()))
        return found

    @property
    def unread(self) -> dict[str, Remark]:
        return {path: Remark(code, message, hint) for path, code, message, hint in _UNREAD.findall(self.said)}


def plain_bank(folder: Path) -> Path:
    """The starting bank with a clipping, a picture in a text and a bibliography."""
    assert not isinstance(scaffold.new_bank(folder), str)
    write(
        folder,
        {
            "clippings/2019/good-clipping.png": picture("PNG"),
            "content/guides/well.jpg": picture("JPEG"),
            "bibliography/good.bib": b"@report{good2001, title = {A report}, year = {2001}, added = {2026-01-01}}\n",
            "content/vocabulary/materials.yml": b"- id: report\n  labels: {en: Report}\n",
        },
    )
    guide = folder / "content/guides/save-rain-water.md"
    guide.write_text(guide.read_text("utf-8") + "\n![A well with a rope](well.jpg)\n", "utf-8")
    return folder


def picture(form: str, size: tuple[int, int] = (700, 500), **options: object) -> bytes:
    """A page with a few large words."""
    page = Image.new("RGB", size, "white")
    ImageDraw.Draw(page).text((30, 40), "Rain fell on the valley", fill="black", font_size=50)
    buffer = io.BytesIO()
    page.save(buffer, form, **options)
    return buffer.getvalue()


def write(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def copied(bank: Path, folder: Path) -> Path:
    """A copy of a bank that was built, with what it keeps and without its site."""
    return Path(shutil.copytree(bank, folder, symlinks=True, ignore=shutil.ignore_patterns("site*", "build")))


def build(root: Path, *arguments: str, path: str = "") -> Built:
    """``kb build`` in a process of its own; all that it starts is counted and must end in time."""
    environment = {**os.environ, "PATH": path or os.environ["PATH"]}
    command = [sys.executable, "-m", "build_tools", "--bank", str(root), "build", *arguments]
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=root, env=environment, start_new_session=True
    )
    gauge = _Gauge(process.pid)
    try:
        said, _ = process.communicate(timeout=SECONDS * 3)
    finally:
        gauge.stop()
        process.kill()
    seconds = time.monotonic() - start
    site = digests(root / "site") if (root / "site").is_dir() else {}
    return Built(root, process.returncode, said.decode("utf-8"), gauge.most, seconds, site)


class _Gauge:
    """The most memory that a process and all below it held at a time (Linux): the sum of their proportional sets."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.05):
            self.most = max(self.most, sum(_held(pid) for pid in _below(self._pid)))


def _below(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(file.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue  # it has ended
        children.setdefault(parent, []).append(int(file.parent.name))
    found = [pid]
    for one in found:
        found += children.get(one, ())
    return found


def _held(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    match = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(match[1]) * 1024 if match else 0


def mark_stands_in(site: Path) -> list[str]:
    """The files of a site that hold the word of hostile files, in their text or name."""
    return [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and (MARK in file.name or MARK.encode() in file.read_bytes().lower())
    ]
