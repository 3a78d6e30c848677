"""What a process may use, and how that is taken from it: POSIX resource limits.

What a system does not know is left out: there the other bounds, and the caller's clock, must do.
"""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from dataclasses import dataclass

try:
    import resource
except ImportError:  # not on every system
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that a process may use; ``None`` leaves a bound as it is."""

    memory: int | None = None
    """Bytes of address space (``RLIMIT_AS``)."""
    cpu_seconds: int | None = None
    """Of processor time from now on, ``RLIMIT_CPU``; one more and the process is ended."""
    seconds: float | None = None
    """From now on, by the clock on the wall (``SIGALRM``), after which the process is ended."""
    written: int | None = None
    """Bytes of the largest file that it may write (``RLIMIT_FSIZE``)."""
    open_files: int | None = None
    """Files, pipes and sockets at a time (``RLIMIT_NOFILE``)."""
    processes: int | None = None
    """That the user may have while this one starts another or a thread (``RLIMIT_NPROC``; the superuser is exempt)."""


def limit_this_process(bounds: Bounds) -> None:
    """Sets ``bounds`` for this process and those that it starts.  They cannot be widened again by it.

    A process that was ended by its memory raises ``MemoryError`` or aborts; by its clocks, dies of a signal.
    """
    if bounds.seconds is not None and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, bounds.seconds)
    if resource is None:
        return
    _set("RLIMIT_CORE", 0)  # a core file would hold the stranger's bytes
    _set("RLIMIT_AS", bounds.memory)
    _set("RLIMIT_FSIZE", bounds.written)
    _set("RLIMIT_NOFILE", bounds.open_files)
    _set("RLIMIT_NPROC", bounds.processes)
    if bounds.cpu_seconds is not None:
        # A process at its hard limit dies of SIGKILL, which tells nothing; at the soft one, of SIGXCPU.
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        _set("RLIMIT_CPU", int(time.process_time()) + 1 + bounds.cpu_seconds, beyond=1)


def _set(name: str, value: int | None, beyond: int = 0) -> None:
    """Sets the limit ``name`` to ``value``; ``beyond`` is what its hard limit allows more."""
    which = getattr(resource, name, None)
    if value is None or which is None:
        return
    _soft, hard = resource.getrlimit(which)
    most = value + beyond if hard == resource.RLIM_INFINITY else min(value + beyond, hard)
    with suppress(OSError, ValueError):  # some systems know a limit and do not set it
        resource.setrlimit(which, (min(value, most), most))
