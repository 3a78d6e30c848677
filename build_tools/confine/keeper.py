"""The side that hands jobs in: keeps the programs that fork for each of them, and ends those that overstay.

A program is started when the first job comes and kept for the next; as many run as jobs are asked for at a time
(threads may call :func:`run` side by side).  One that had to be ended is replaced by the next job.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from build_tools.confine.bounds import Bounds
from build_tools.confine.inside import NO_MEMORY, STATUS_BYTES
from build_tools.confine.values import Stopped, Why

DEFAULT_BOUNDS = Bounds(memory=832 * 2**20, cpu_seconds=30, seconds=45, written=0, open_files=32, processes=0)
"""For one picture or document.  A page of 40 megapixels needs up to 800 MB and some seconds."""
_GRACE = 1.0
"""Seconds that a process has to die of its own alarm before it is ended from here."""
_ANSWER_BYTES, _BLOB_BYTES, _BLOBS = 2**26, 2**28, 64
"""The largest answer (JSON) and blob that are taken, and the most blobs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a job gave: a JSON value, and bytes."""

    value: Any
    blobs: tuple[bytes, ...] = ()


def processors() -> int:
    """How many jobs are worth doing at a time."""
    return os.cpu_count() or 1


def run(job: str, data: bytes, *, bounds: Bounds = DEFAULT_BOUNDS, **parameters: Any) -> Answer | Stopped:
    """What the function ``job`` ("module:name") gives for ``data`` and ``parameters`` (JSON), in a confined process.

    The function returns a JSON value and a list of bytes.  When it raises, or its process is ended, the outcome is
    :class:`Stopped`.  ``bounds.seconds`` must be set.
    """
    module, _, function = job.partition(":")
    program = _KEPT.take(module)
    outcome = program.run(function, data, bounds, parameters)
    _KEPT.give_back(program)
    return outcome


def close() -> None:
    """Ends all programs that wait for jobs."""
    _KEPT.close()


# What can be imported is what can be imported here, the current folder aside: it may hold what a stranger sent.
_START = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from build_tools.confine.inside import main
main(int(sys.argv[2]), sys.argv[3])
"""


class _Program:
    """One program of ``inside.py`` for the jobs of one module, and the socket to it."""

    def __init__(self, module: str) -> None:
        self.module = module
        self._control, theirs = socket.socketpair()
        path = json.dumps([entry for entry in sys.path if entry])
        command = [sys.executable, "-I", "-c", _START, path, str(theirs.fileno()), module]
        with theirs:
            self._process = subprocess.Popen(
                command,
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=_environment(),
                start_new_session=True,
            )
        self.works = True
        self._late = False

    def run(self, job: str, data: bytes, bounds: Bounds, parameters: dict[str, Any]) -> Answer | Stopped:
        ours, theirs = Pipe()
        late = threading.Timer((bounds.seconds or 0) + _GRACE, self._overstays)
        late.start()
        outcome: Answer | None = None
        status = b""
        try:
            with theirs:
                request = {"job": job, "bounds": asdict(bounds), "parameters": parameters}
                socket.send_fds(self._control, [json.dumps(request).encode()], [theirs.fileno()])
            with closing(ours), suppress(OSError, EOFError, ValueError, KeyError, TypeError):
                ours.send_bytes(data)
                outcome = _received(ours)
            status = self._control.recv(STATUS_BYTES, socket.MSG_WAITALL)
        except OSError:
            outcome = None
        finally:
            late.cancel()
        if len(status) < STATUS_BYTES:  # the program itself is gone, not only what it forked
            self.works = False
            return Stopped(Why.TIME if self._late else Why.KILLED)
        if outcome is None or any(status):
            return Stopped(_why(int.from_bytes(status, "big")))
        return outcome

    def _overstays(self) -> None:
        self._late = True
        self.end()

    def end(self) -> None:
        """Ends the program and all that it forked, whatever they are doing."""
        self.works = False
        with suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def close(self) -> None:
        self.end()
        self._control.close()


def _received(channel: Connection) -> Answer:
    """What came through ``channel``.  Raises what bytes that are no answer raise."""
    answer = json.loads(channel.recv_bytes(_ANSWER_BYTES))
    if not 0 <= answer["blobs"] <= _BLOBS:
        raise ValueError("too many blobs")
    return Answer(answer["value"], tuple(channel.recv_bytes(_BLOB_BYTES) for _ in range(answer["blobs"])))


def _why(status: int) -> Why:
    """``status`` as ``waitpid`` gives it."""
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == NO_MEMORY:
        return Why.MEMORY
    signalled = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return Why.TIME if signalled in (signal.SIGALRM, signal.SIGXCPU) else Why.KILLED


def _environment() -> dict[str, str]:
    """Nothing of ours but where libraries are; one thread for each, as processes share the processors."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class _Kept:
    """The programs that wait for jobs.  A forked process has none of those of its parent."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._owner = os.getpid()
        self._idle: list[_Program] = []

    def take(self, module: str) -> _Program:
        with self._lock:
            if self._owner != os.getpid():
                self._owner, self._idle = os.getpid(), []
            for program in self._idle:
                if program.module == module:
                    self._idle.remove(program)
                    return program
        return _Program(module)

    def give_back(self, program: _Program) -> None:
        if not program.works:
            program.close()
            return
        with self._lock:
            self._idle.append(program)

    def close(self) -> None:
        with self._lock:
            idle, self._idle = self._idle, []
            for program in idle if self._owner == os.getpid() else ():
                program.close()


_KEPT = _Kept()
atexit.register(close)
