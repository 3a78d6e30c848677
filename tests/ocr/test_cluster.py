"""Reading on a cluster of two workers, of which one is killed midway; and what is said when there is no cluster."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster
from distributed.diagnostics.plugin import SchedulerPlugin
from PIL import Image, ImageDraw, ImageFont

from build_tools.cli import main
from build_tools.model import Reading
from build_tools.ocr import OcrSettings, Unread, Workers, dask, probe, read_scans
from build_tools.ocr.run import Outcome, work_elsewhere
from build_tools.ocr.tesseract import Engine

WORDS = ["Ludhiana", "Warangal", "Sivakasi", "Moradabad", "Bhadohi", "Firozabad", "Jaipur", "Mirzapur"]


def _scan(folder: Path, word: str) -> Path:
    image = Image.new("L", (640, 200), 250)
    font = ImageFont.load_default(size=36)
    ImageDraw.Draw(image).text((30, 40), f"The town of {word}\nhas one register.", 20, font)
    path = folder / f"{word}.png"
    image.save(path)
    return path


class _Finished(SchedulerPlugin):
    """Counts how often each task came to its end."""

    def __init__(self) -> None:
        self.tasks: Counter[str] = Counter()

    def transition(self, key: Any, start: str, finish: str, *_: Any, **__: Any) -> None:
        self.tasks[str(key)] += finish == "memory"


def test_a_worker_that_is_killed_midway_loses_nothing(tmp_path: Path) -> None:
    scans = [_scan(tmp_path, word) for word in WORDS]
    two = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with LocalCluster(**two) as cluster:  # type: ignore[no-untyped-call]
        finished = _Finished()
        cluster.scheduler.add_plugin(finished)
        victim = cluster.workers[0].pid
        outcomes: list[Path] = []

        def killing(stream: Iterable[tuple[Path, Outcome]], total: int) -> Iterator[tuple[Path, Outcome]]:
            for scan, outcome in stream:
                outcomes.append(scan)
                if len(outcomes) == 2:
                    os.kill(victim, signal.SIGKILL)
                yield scan, outcome

        with dask(cluster.scheduler_address) as workers:
            assert isinstance(workers, Workers)
            found = read_scans(scans, tmp_path / "cache", OcrSettings(), killing, workers=workers)
            assert sorted(outcomes) == sorted(scans)
            # One that was read, and not yet fetched, when its worker died is read by the other.
            assert len(finished.tasks) == len(scans)
            assert finished.tasks.total() <= len(scans) + 1
            assert read_scans(scans, tmp_path / "cache", OcrSettings(), workers=workers) == found
            assert len(finished.tasks) == len(scans)
    assert all(isinstance(outcome, Reading) for outcome in found.values())
    here = read_scans(scans[:2], tmp_path / "other", OcrSettings())
    assert {scan: found[scan] for scan in scans[:2]} == here
    assert all(scan.stem in reading.text for scan, reading in found.items() if isinstance(reading, Reading))


class _Dying(Executor):
    """Never gives a result."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(RuntimeError("the worker died again and again"))
        return future


def test_a_scan_that_kills_every_worker_is_unread(tmp_path: Path) -> None:
    scan = _scan(tmp_path, "Agra")
    outcome = read_scans([scan], tmp_path / "cache", workers=Workers(_Dying(), 1))[scan]
    assert isinstance(outcome, Unread)
    assert outcome.code == "ocr-killed"


def test_a_worker_with_another_engine_reads_nothing(tmp_path: Path) -> None:
    engine = probe(("eng", "hin"))
    assert isinstance(engine, Engine)
    data = _scan(tmp_path, "Agra").read_bytes()
    outcome = work_elsewhere(data, ".png", replace(engine, version="0.0"), OcrSettings())
    assert isinstance(outcome, Unread)
    assert outcome.code == "ocr-other-engine"


def test_an_address_where_nobody_answers_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "bank", str(tmp_path / "bank")]) == 0
    with dask("tcp://127.0.0.1:9", seconds=0.5) as workers:
        assert isinstance(workers, Unread)
        assert workers.code == "ocr-no-cluster"
        assert "127.0.0.1:9" in workers.message
    assert main(["--bank", str(tmp_path / "bank"), "ocr", "--dask", "nowhere://x"]) == 3
    assert "nowhere://x" in capsys.readouterr().err
