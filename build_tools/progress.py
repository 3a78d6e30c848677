"""A line of progress with the time left, for terminals; in a log, a line every now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

QUICK = 1.5  # seconds within which nothing is drawn: short stages need no bar
IN_LOGS = 20.0  # seconds between lines where the output is no terminal


def draw(what: str, items: Iterable[Any], count: int, out: TextIO | None = None) -> Iterator[Any]:
    """Passes ``items`` on and draws how far it is; ``count`` is how many there will be."""
    stream = out or sys.stderr
    live = stream.isatty()
    start = last = time.monotonic()
    drawn = False
    for done, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - start < QUICK or now - last < (0.2 if live else IN_LOGS):
            continue
        last, drawn = now, True
        stream.write(("\r" if live else "") + line(what, done, count, now - start) + ("" if live else "\n"))
        stream.flush()
    if drawn and live:
        stream.write("\r\x1b[K")


def line(what: str, done: int, count: int, seconds: float) -> str:
    """``Reading scans 12/16, about 40 s left``."""
    left = seconds / done * max(0, count - done)
    return f"{what} {done}/{count}, about {duration(left)} left   "


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{round(seconds)} s"
    return f"{round(seconds / 60)} min" if seconds < 5_400 else f"{seconds / 3_600:.1f} h"
