"""Takes the network and the files from this process, as far as the system allows it to somebody without rights.

The network goes with a namespace of its own (Linux, ``unshare``); where that is not allowed, Landlock still refuses
TCP (from Linux 6.7).  Files go with Landlock (from Linux 5.13): nothing can be written, and only programs, libraries
and fonts can be read.  See ``landlock(7)``, ``user_namespaces(7)``, ``network_namespaces(7)``.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38
# The numbers of these calls are the same on all architectures.
_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_VERSION_FLAG, _BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# Kinds of access to files that each version of Landlock knows: to refuse one that it does not know is an error.
_FILE_KINDS = {1: 13, 2: 14, 3: 15, 4: 15}
_NEWEST_FILE_KINDS = 16
_TCP, _TCP_SINCE = 0b11, 4
_READABLE = ("/usr", "/lib", "/lib64", "/opt", "/etc/fonts", "/etc/ld.so.cache", "/dev/null", "/dev/urandom")


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def shut() -> None:
    """Shuts this process, which must have one thread only, in.  What the system does not offer is left open."""
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_NETWORK) != 0:
        libc.unshare(_NEW_USER | _NEW_NETWORK)
    with suppress(OSError):
        _restrict(libc, (*_READABLE, sys.prefix, sys.base_prefix))


def _call(libc: ctypes.CDLL, *arguments: object) -> int:
    done = int(libc.syscall(*arguments))
    if done < 0:
        raise OSError(ctypes.get_errno(), "landlock")
    return done


def _restrict(libc: ctypes.CDLL, readable: Iterable[str]) -> None:
    """Raises ``OSError`` where the system has no Landlock."""
    version = _call(libc, _CREATE, None, 0, _VERSION_FLAG)
    kinds = (1 << _FILE_KINDS.get(version, _NEWEST_FILE_KINDS)) - 1
    wanted = _Ruleset(kinds, _TCP if version >= _TCP_SINCE else 0)
    size = ctypes.sizeof(wanted) if version >= _TCP_SINCE else ctypes.sizeof(ctypes.c_uint64)
    rules = _call(libc, _CREATE, ctypes.byref(wanted), size, 0)
    for path in readable:
        with suppress(OSError):  # not there
            _allow(libc, rules, path)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _call(libc, _RESTRICT, rules, 0)
    os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, path: str) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        folder = _READ_FOLDER if Path(path).is_dir() else 0
        rule = _Beneath(_READ_FILE | folder, handle)
        _call(libc, _ADD_RULE, rules, _BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(handle)
