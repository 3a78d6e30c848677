"""Reads many scans, several at a time, each in a process that may die without harm to the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Generic, TypeVar

from build_tools.confine import Bounds, limit_this_process
from build_tools.images import Refusal, read_bytes
from build_tools.model import Reading
from build_tools.ocr import cache as store
from build_tools.ocr import tesseract
from build_tools.ocr.reader import read
from build_tools.ocr.tesseract import Engine
from build_tools.ocr.values import OcrSettings, Unread

Outcome = Reading | Unread
Progress = Callable[[Iterable[tuple[Path, Outcome]], int], Iterable[tuple[Path, Outcome]]]
"""Wraps the stream of results, of which there will be so many; yields it unchanged."""

DEFAULTS = OcrSettings()
_GRACE = 5.0
"""Seconds that a worker has beyond the scan's limit, to end its Tesseract itself, before it is ended."""
_MEMORY = 2**30
"""Bytes of address space of a worker, and of each Tesseract that it starts."""

_GROUP = ".group"
"""Ending of the empty files whose names are the process groups of workers."""

# --- In the worker ---------------------------------------------------------------------------------------


def _start(scratch: str) -> None:
    """Sets a new worker up: one thread, bounded memory, its own place for files, an end with its parent's.

    It leads a process group, so that the Tesseract that it started can be ended with it; the scratch folder keeps
    the group's number for the parent.
    """
    os.environ["OMP_THREAD_LIMIT"] = "1"  # as many processes as processors, so no threads on top
    tempfile.tempdir = scratch
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
        Path(scratch, f"{os.getpid()}{_GROUP}").touch()
    limit_this_process(Bounds(memory=_MEMORY))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait_for([parent.sentinel])
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


def _work(data: bytes, suffix: str, engine: Engine, settings: OcrSettings) -> Outcome:
    """One scan; the alarm ends the whole process if a decoder or Tesseract hangs beyond its own limits."""
    alarm = getattr(signal, "setitimer", None)
    if alarm:
        alarm(signal.ITIMER_REAL, settings.seconds + _GRACE)
    try:
        return read(data, suffix, engine, settings)
    except Exception as error:  # a scan that finds a fault of ours must not end the run of the others
        return _failed(error)
    finally:
        if alarm:
            alarm(signal.ITIMER_REAL, 0)


def work_elsewhere(data: bytes, suffix: str, engine: Engine, settings: OcrSettings) -> Outcome:
    """One scan, on whatever computer this is.  Where its engine is another one, it says so and reads nothing."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    if tesseract.probe(settings.languages) != engine:
        message = "A worker of the cluster has no Tesseract, or another version or other models of it."
        return Unread("ocr-other-engine", message, f"Install Tesseract {engine.version} with the same models there.")
    try:
        return read(data, suffix, engine, settings)
    except Exception as error:  # a scan that finds a fault of ours must not end the run of the others
        return _failed(error)


def _failed(error: Exception) -> Unread:
    if isinstance(error, MemoryError):
        message = "Reading the scan needs more memory than is allowed."
        return Unread("ocr-memory", message, "Save it at 300 dpi or less, or cut it into several files.")
    message = f"The reading failed in our own program ({type(error).__name__}: {error})."
    return Unread("ocr-failed", message, "Please report this with the scan; meanwhile type its text into a .txt.")


# --- In the parent ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Job:
    scan: Path
    key: str
    data: bytes = field(repr=False)


def _too_long(settings: OcrSettings) -> Unread:
    message = f"Reading the scan took longer than the {settings.seconds:g} seconds allowed."
    return Unread(
        "ocr-timeout", message, "Cut the scan to the clipping, save it at 300 dpi or less, or allow more time."
    )


def _ended() -> Unread:
    message = "The program that reads scans ended unexpectedly on this one, twice."
    return Unread(
        "ocr-killed", message, "Save the scan anew as JPEG; if that does not help, type its text into a .txt."
    )


T = TypeVar("T")


class _UnderWay(Generic[T]):
    """The scans that are being read, ``size`` at most, each with what is to be known of it."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._under_way: dict[Future[Outcome], T] = {}

    @property
    def full(self) -> bool:
        return len(self._under_way) >= self._size

    @property
    def busy(self) -> bool:
        return bool(self._under_way)


class _Pool(_UnderWay[tuple[Job, float, ProcessPoolExecutor]]):
    """As many workers as jobs; never more scans under way than workers, so that few are lost when one dies."""

    def __init__(self, settings: OcrSettings, engine: Engine, scratch: Path) -> None:
        super().__init__(settings.jobs or os.cpu_count() or 1)
        self._settings, self._engine, self._scratch = settings, engine, scratch
        self._executor: ProcessPoolExecutor | None = None

    def _new(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(str(self._scratch),))

    def _submitted(self, executor: ProcessPoolExecutor, job: Job) -> Future[Outcome]:
        return executor.submit(_work, job.data, job.scan.suffix, self._engine, self._settings)

    def submit(self, job: Job) -> None:
        self._executor = self._executor or self._new(self._size)
        try:
            future = self._submitted(self._executor, job)
        except BrokenProcessPool:  # a worker died a moment ago; those under way are looked after in finished()
            self._drop()
            self._executor = self._new(self._size)
            future = self._submitted(self._executor, job)
        self._under_way[future] = (job, time.monotonic(), self._executor)

    def finished(self) -> Iterator[tuple[Job, Outcome]]:
        """Waits until something is done, and gives all that is."""
        done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
        suspects: list[tuple[Job, float]] = []
        for future in done:
            job, started, executor = self._under_way.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                suspects.append((job, time.monotonic() - started))
                if executor is self._executor:
                    self._drop()
            else:
                yield job, future.result()
        for job, seconds in suspects:
            yield job, _too_long(self._settings) if seconds > self._settings.seconds else self._alone(job)

    def _alone(self, job: Job) -> Outcome:
        """A second try in a process of its own: the worker that died may have died of another scan."""
        with self._new(1) as executor:
            try:
                return self._submitted(executor, job).result()
            except BrokenProcessPool:
                self._end_workers()
                return _ended()

    def _drop(self) -> None:
        """Gives up the workers of a broken executor, with whatever they had started."""
        if self._executor:
            self._end_workers()
            self._executor.shutdown(wait=False)
            self._executor = None

    def _end_workers(self) -> None:
        for group in self._scratch.glob(f"*{_GROUP}"):
            with suppress(OSError):  # it has ended by itself
                os.killpg(int(group.stem), signal.SIGKILL)
            group.unlink(missing_ok=True)

    def close(self) -> None:
        """Ends the workers; at once when scans are still under way, because the run was interrupted."""
        if self.busy:
            self._end_workers()
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)


class _Elsewhere(_UnderWay[Job]):
    """Scans that somebody else's executor reads, ``size`` of them under way at a time."""

    def __init__(self, settings: OcrSettings, engine: Engine, executor: Executor, size: int) -> None:
        super().__init__(size)
        self._settings, self._engine, self._executor = settings, engine, executor

    def submit(self, job: Job) -> None:
        future = self._executor.submit(work_elsewhere, job.data, job.scan.suffix, self._engine, self._settings)
        self._under_way[future] = job

    def finished(self) -> Iterator[tuple[Job, Outcome]]:
        """Waits until something is done, and gives all that is."""
        done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
        for future in done:
            job = self._under_way.pop(future)
            # Whatever the executor says of it, the scan has no reading: its worker died again and again.
            yield job, _ended() if future.cancelled() or future.exception() else future.result()

    def close(self) -> None:
        for future in self._under_way:
            future.cancel()


def _prepared(scan: Path, cache: Path, settings: OcrSettings, engine: Engine) -> Job | Outcome:
    """The work that ``scan`` needs; or at once its reading from the cache, or why it will have none."""
    data = read_bytes(scan)
    if isinstance(data, Refusal):
        return Unread(data.code, data.message, data.hint)
    key = store.key_for(data, scan.suffix, tesseract.NAME, engine.version, engine.models, settings.languages)
    return store.load(cache, key) or Job(scan, key, data)


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor of our own or somebody else's, and how many scans it is given at a time."""

    executor: Executor
    size: int


Unkept = Callable[[OSError], None]
"""Told why a reading could not be kept."""


def _outcomes(
    scans: Sequence[Path], cache: Path, settings: OcrSettings, workers: Workers | None, unkept: Unkept
) -> Iterator[tuple[Path, Outcome]]:
    engine = tesseract.probe(settings.languages)
    if isinstance(engine, Unread):
        yield from ((scan, engine) for scan in scans)
        return
    with tempfile.TemporaryDirectory(prefix="readings-") as scratch:
        pool: _Pool | _Elsewhere = (
            _Elsewhere(settings, engine, workers.executor, workers.size)
            if workers
            else _Pool(settings, engine, Path(scratch))
        )

        def finished() -> Iterator[tuple[Path, Outcome]]:
            for job, outcome in pool.finished():
                if isinstance(outcome, Reading) and (problem := store.store(cache, job.key, outcome)):
                    unkept(problem)
                yield job.scan, outcome

        try:
            for scan in scans:
                job = _prepared(scan, cache, settings, engine)
                if not isinstance(job, Job):
                    yield scan, job
                    continue
                while pool.full:
                    yield from finished()
                pool.submit(job)
            while pool.busy:
                yield from finished()
        finally:
            pool.close()


def read_scans(
    scans: Sequence[Path],
    cache: Path,
    settings: OcrSettings = DEFAULTS,
    progress: Progress | None = None,
    *,
    workers: Workers | None = None,
    unkept: Unkept = lambda problem: None,
) -> dict[Path, Outcome]:
    """The reading of each scan, or why there is none, in the order given.

    Readings are kept in the folder ``cache`` as they arrive, so an interrupted run goes on where it was.  A scan
    that is refused, hangs, or kills its process is :class:`Unread`; the others are read all the same.  ``workers``
    read in place of processes of this computer.  A reading that the disk does not take is given all the same, and
    ``unkept`` is told why.
    """
    wanted = list(dict.fromkeys(scans))
    stream: Iterable[tuple[Path, Outcome]] = _outcomes(wanted, cache, settings, workers, unkept)
    found = dict(progress(stream, len(wanted)) if progress else stream)
    return {scan: found[scan] for scan in wanted if scan in found}
