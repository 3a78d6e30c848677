"""A room without doors: work on bytes that a stranger sent is done in a process that has next to nothing.

:func:`run` does one job on one piece of data, in a process of its own that was forked for it from one that has never
read a stranger's bytes.  The process has bounded memory, time and files, no network where the system lets us take it
away, and can write nothing.  However it ends, the caller gets a value: the job's answer, or :class:`Stopped`.

:func:`limit_this_process` sets the same bounds for a process that somebody else started.
"""

from build_tools.confine.bounds import Bounds, limit_this_process
from build_tools.confine.keeper import DEFAULT_BOUNDS, Answer, close, processors, run
from build_tools.confine.values import Stopped, Why

__all__ = [
    "DEFAULT_BOUNDS",
    "Answer",
    "Bounds",
    "Stopped",
    "Why",
    "close",
    "limit_this_process",
    "processors",
    "run",
]
