"""``kb ocr`` as a person runs it: killed midway, with a damaged cache, on a full disk."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from build_tools import pipeline
from build_tools.cli import main

WORDS = ["Ludhiana", "Warangal", "Sivakasi", "Moradabad", "Bhadohi", "Firozabad"]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    root = tmp_path / "bank"
    assert main(["new", "bank", str(root)]) == 0
    folder = root / "clippings" / "2001"
    folder.mkdir(parents=True, exist_ok=True)
    for word in WORDS:
        image = Image.new("L", (1100, 400), 250)
        text = f"The market of {word} opens late\nand the scales are checked twice."
        ImageDraw.Draw(image).text((40, 60), text, 20, ImageFont.load_default(size=52))
        image.save(folder / f"{word.lower()}.png")
    return root


def _entries(bank: Path) -> dict[Path, int]:
    """The entries of the cache and when each was written."""
    return {path: path.stat().st_mtime_ns for path in (bank / pipeline.READINGS).rglob("*.json")}


def _command(bank: Path) -> list[str]:
    return [sys.executable, "-m", "build_tools", "--bank", str(bank), "ocr", "--jobs", "1"]


def test_a_run_that_was_killed_goes_on_where_it_was(bank: Path, capfd: pytest.CaptureFixture[str]) -> None:
    process = subprocess.Popen(_command(bank), start_new_session=True)
    deadline = time.monotonic() + 120
    while len(_entries(bank)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    kept = _entries(bank)
    assert 2 <= len(kept) < len(WORDS), "it was to be killed midway"
    assert subprocess.run(_command(bank), check=False).returncode == 0
    after = _entries(bank)
    assert len(after) == len(WORDS)
    assert {path: after[path] for path in kept} == kept
    told = capfd.readouterr().out
    assert all(f"{word.lower()}.png: " in told for word in WORDS)

    damaged = min(after)
    damaged.write_bytes(damaged.read_bytes()[:-40])
    assert subprocess.run(_command(bank), check=False).returncode == 0
    mended = _entries(bank)
    assert {path for path in mended if mended[path] != after[path]} == {damaged}


def test_a_full_disk_is_a_plain_error(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("build_tools.whole.os.fsync", full)
    one = bank / "clippings" / "2001" / "ludhiana.png"
    assert main(["--bank", str(bank), "ocr", str(one)]) == 4
    told = capsys.readouterr()
    assert "1 readings could not be kept in .cache/readings (No space left on device)" in told.err
    assert "Traceback" not in told.err
    assert "ludhiana.png: " in told.out
    assert not [path for path in (bank / ".cache").rglob("*") if path.is_file() and "readings" in path.parts]
