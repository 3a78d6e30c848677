"""Workers elsewhere: a Dask cluster, or whatever else is a ``concurrent.futures.Executor``.

Each worker needs this package and the same Tesseract with the same models; one that has others says so, and its
readings are not taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from build_tools.ocr.run import Workers
from build_tools.ocr.values import Unread

AHEAD = 2
"""Scans that are handed out for each worker: one that it reads and one that waits."""


@contextmanager
def dask(address: str, seconds: float = 20.0) -> Iterator[Workers | Unread]:
    """The workers of the Dask cluster whose scheduler is at ``address``.

    :class:`Unread` when Dask is not installed or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError:
        yield Unread("ocr-no-dask", "Dask is not installed.", "Install it: pip install distributed")
        return
    try:
        client = Client(address, timeout=seconds)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        message = f"No Dask scheduler answers at {address} ({type(error).__name__})."
        yield Unread("ocr-no-cluster", message, "Start one (dask scheduler, dask worker), or check the address.")
        return
    with client:
        workers = max(1, sum(client.nthreads().values()))  # type: ignore[no-untyped-call]
        yield Workers(client.get_executor(pure=False), AHEAD * workers)  # type: ignore[no-untyped-call]
