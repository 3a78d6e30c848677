"""What a hostile file could make of a decoder: jobs that misbehave, run in confined processes for real."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path
from typing import Any

Given = tuple[Any, list[bytes]]


def well(data: bytes, more: str = "") -> Given:
    return {"length": len(data), "more": more}, [data, data[::-1]]


def process(data: bytes) -> Given:
    return [os.getpid(), os.getppid()], []


def raises(data: bytes) -> Given:
    raise ValueError(data)


def kills_itself(data: bytes) -> Given:
    os.kill(os.getpid(), signal.SIGSEGV)
    return None, []


def kills_its_parent(data: bytes) -> Given:
    os.kill(os.getppid(), signal.SIGKILL)
    return None, []


def sleeps_through_its_alarm(data: bytes) -> Given:
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(60)
    return None, []


def sleeps(data: bytes) -> Given:
    time.sleep(60)
    return None, []


def spins(data: bytes) -> Given:
    while True:
        pass


def spins_and_will_not_hear(data: bytes) -> Given:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        pass


def takes_memory(data: bytes) -> Given:
    return len(bytearray(2**31)), []


def no_json(data: bytes) -> Given:
    return {1, 2}, []


def writes(data: bytes, path: str) -> Given:
    Path(path).write_bytes(data)
    return "written", []


def reads(data: bytes, path: str) -> Given:
    return Path(path).read_text(), []


def opens_many(data: bytes) -> Given:
    return len([os.open("/dev/null", os.O_RDONLY) for _ in range(100)]), []


def calls_out(data: bytes, port: int) -> Given:
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
    return "connected", []


def forks(data: bytes) -> Given:
    if os.fork() == 0:
        os._exit(0)
    return "forked", []


def environment(data: bytes) -> Given:
    return sorted(os.environ), []
