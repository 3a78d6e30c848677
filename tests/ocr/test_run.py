"""Reading many scans when the engine hangs, dies, or kills the process that reads."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from build_tools.model import Reading
from build_tools.ocr import TOOL_MISSING, OcrSettings, Unread, read_scans
from build_tools.ocr.run import Outcome
from tests.ocr import fake_tesseract as fake


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a fake Tesseract, first on PATH."""
    folder = fake.install(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def _scan(folder: Path, width: int, name: str = "") -> Path:
    path = folder / f"{name or width}.png"
    Image.new("L", (width, fake.HEIGHT), 230).save(path)
    return path


def _code(outcome: Outcome) -> str:
    assert isinstance(outcome, Unread), outcome
    assert outcome.message
    assert outcome.hint
    return outcome.code


def _reads(engine: Path) -> int:
    log = engine / "log"
    return len(log.read_text().splitlines()) if log.exists() else 0


def _running(engine: Path) -> list[str]:
    """Command lines of processes of the fake engine that are still there (Linux only)."""
    lines = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            lines.append((process / "cmdline").read_bytes().decode("utf-8", "replace"))
    return [line for line in lines if str(engine / "tesseract") in line]


def test_one_bad_scan_never_harms_another(engine: Path, tmp_path: Path) -> None:
    kinds = (fake.KILLS_WORKER, fake.SLEEPS, fake.KILLS_ITSELF, fake.BAD_UTF8, fake.NO_OUTPUT)
    bad = {kind: _scan(tmp_path, kind) for kind in kinds}
    listing = tmp_path / "list.png"
    listing.write_text("/etc/hostname\n")
    good = [_scan(tmp_path, fake.WELL + n) for n in range(4)]
    scans = [good[0], *bad.values(), listing, *good[1:]]
    started = time.monotonic()
    found = read_scans(scans, tmp_path / "cache", OcrSettings(seconds=8, jobs=2))
    assert time.monotonic() - started < 50  # none waited for the one that sleeps a minute
    assert list(found) == scans
    assert _running(engine) == []
    assert {kind: _code(found[scan]) for kind, scan in bad.items()} == {
        fake.KILLS_WORKER: "ocr-killed",
        fake.SLEEPS: "ocr-timeout",
        fake.KILLS_ITSELF: "ocr-crashed",
        fake.BAD_UTF8: "ocr-garbled",
        fake.NO_OUTPUT: "ocr-garbled",
    }
    assert _code(found[listing]) == "image-format"
    for scan in good:
        reading = found[scan]
        assert isinstance(reading, Reading)
        assert reading.text == fake.WORD
        assert reading.words[0].box == (8, 15, 30, 12)  # in pixels of the scan, which was read at 24/18 of its size
        assert reading.engine_version == "5.9.9"


def test_an_interrupted_run_goes_on_where_it_was(engine: Path, tmp_path: Path) -> None:
    scans = [_scan(tmp_path, fake.WELL + n) for n in range(5)]
    cache = tmp_path / "cache"
    settings = OcrSettings(seconds=20, jobs=1)
    totals: list[int] = []

    def stopped_after_two(outcomes: Iterable[tuple[Path, Outcome]], total: int) -> Iterator[tuple[Path, Outcome]]:
        totals.append(total)
        for number, outcome in enumerate(outcomes):
            yield outcome
            if number == 1:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_scans(scans, cache, settings, stopped_after_two)
    assert totals == [5]
    before = _reads(engine)
    found = read_scans(scans, cache, settings)
    assert all(isinstance(outcome, Reading) for outcome in found.values())
    assert _reads(engine) - before <= 3
    before = _reads(engine)
    assert read_scans(scans, cache, settings) == found
    assert _reads(engine) == before


def test_an_interrupted_run_leaves_no_process_behind(engine: Path, tmp_path: Path) -> None:
    scans = [_scan(tmp_path, fake.WELL), _scan(tmp_path, fake.SLEEPS), _scan(tmp_path, fake.WELL + 1)]

    def stopped(outcomes: Iterable[tuple[Path, Outcome]], total: int) -> Iterator[tuple[Path, Outcome]]:
        for outcome in outcomes:
            yield outcome
            raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        read_scans(scans, tmp_path / "cache", OcrSettings(seconds=50, jobs=2), stopped)
    assert time.monotonic() - started < 20
    assert _running(engine) == []


@pytest.mark.usefixtures("engine")
def test_a_scan_given_twice_is_read_once_and_no_scan_is_no_work(tmp_path: Path) -> None:
    scan = _scan(tmp_path, fake.WELL)
    assert list(read_scans([scan, scan], tmp_path / "cache", OcrSettings(jobs=1))) == [scan]
    assert read_scans([], tmp_path / "cache") == {}


@pytest.mark.usefixtures("engine")
def test_a_cache_that_cannot_be_written_loses_no_reading(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where the folder should be")
    found = read_scans([_scan(tmp_path, fake.WELL)], blocked, OcrSettings(jobs=1))
    assert [type(outcome) for outcome in found.values()] == [Reading]


def test_without_tesseract_each_scan_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    scan = _scan(tmp_path, fake.WELL)
    outcome = read_scans([scan], tmp_path / "cache")[scan]
    assert _code(outcome) == "ocr-no-engine"
    assert _code(outcome) in TOOL_MISSING
    assert isinstance(outcome, Unread)
    assert "apt install tesseract-ocr" in outcome.hint


def test_without_a_language_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fake.install(tmp_path / "bin", languages=("eng",))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    scan = _scan(tmp_path, fake.WELL)
    outcome = read_scans([scan], tmp_path / "cache")[scan]
    assert _code(outcome) == "ocr-no-language"
    assert isinstance(outcome, Unread)
    assert "hin" in outcome.message
    assert "tesseract-ocr-hin" in outcome.hint
    found = read_scans([scan], tmp_path / "cache", OcrSettings(languages=("eng",), jobs=1))
    assert isinstance(found[scan], Reading)
