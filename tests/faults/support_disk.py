"""Makes one write of a running build fail, wherever in the tool it is.

Python tells its audit hooks of every file that is opened and of every change of a folder before it happens; a hook that
raises stops it.  What counts is where in the tool a write begins, so that each such place is one kind.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType

Kind = tuple[str, str, str]
"""Event, file and function of the tool."""

CHANGES = {"os.rename", "os.mkdir", "os.link", "os.truncate", "tempfile.mkstemp", "tempfile.mkdtemp"}
_PACKAGE = f"{os.sep}build_tools{os.sep}"


class Writes:
    """Notes every write below ``root`` while it is entered; the first one of ``kind`` fails with ``problem``."""

    def __init__(self, root: Path, kind: Kind | None = None, problem: int = 0) -> None:
        self.root, self.kind, self.problem = str(root), kind, problem
        self.kinds: list[Kind] = []
        self.failed = 0

    def __enter__(self) -> Writes:
        _active.append(self)
        if not _installed:
            sys.addaudithook(_hook)  # it cannot be taken away again, so it does nothing while nobody has entered
            _installed.append(True)
        return self

    def __exit__(self, *_: object) -> None:
        _active.remove(self)

    def note(self, event: str, path: str) -> None:
        place = _place(sys._getframe(2))
        if place is None:
            return
        kind = (event, *place)
        self.kinds.append(kind)
        if kind == self.kind and not self.failed:
            self.failed += 1
            raise OSError(self.problem, os.strerror(self.problem), path)


_active: list[Writes] = []
_installed: list[bool] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _active:
        return
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        if not (isinstance(mode, str) and set(mode) & set("wax+")) and not (
            isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        ):
            return
    elif event not in CHANGES:
        return
    path = arguments[0]
    if isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(_active[-1].root):
        _active[-1].note(event, os.fsdecode(path))


def _place(frame: FrameType | None) -> tuple[str, str] | None:
    """The innermost function of the tool that runs; of ``whole.py``, which writes for many, the one that asked."""
    while frame:
        file = frame.f_code.co_filename
        if _PACKAGE in file and not file.endswith("whole.py"):
            return file.rpartition(_PACKAGE)[2], frame.f_code.co_name
        frame = frame.f_back
    return None
