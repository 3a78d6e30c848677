"""The switch from the old site to the new: in one step, so that a reader or a crash never meets half a site."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BuildBusyError(Exception):
    """Another build of this bank is running."""


@contextlib.contextmanager
def one_build(build: Path) -> Iterator[None]:
    """Holds the bank's build lock; the system drops it when the process ends, however it ends."""
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as busy:
            raise BuildBusyError from busy
        yield


def stage(made: Path, site: Path) -> Path:
    """Brings what was made beside ``site``, onto the same file system; what a dead build left there is removed."""
    fresh = site.with_name(f"{site.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, fresh)
    return fresh


def switch(fresh: Path, site: Path) -> None:
    """Puts ``fresh`` in the place of ``site`` and removes the old one."""
    _sync(fresh)
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        _two_renames(fresh, site)
    shutil.rmtree(fresh, ignore_errors=True)


def recover(site: Path) -> None:
    """Clears up what a dead build left, which frees its space as well.

    Where the system cannot exchange and a crash fell between two renames, brings the old site back.
    """
    old = site.with_name(f"{site.name}.old")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(site.with_name(f"{site.name}.new"), ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """renameat2(2) with RENAME_EXCHANGE: both names change hands at once.  False where it is not to be had."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _two_renames(fresh: Path, site: Path) -> None:
    old = site.with_name(f"{site.name}.old")
    site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Asks the system to write the file system of ``folder`` to disk before the names change."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if sync is None or sync(handle) != 0:
            os.sync()
    finally:
        os.close(handle)
