"""The program of the confined side: waits for jobs, and forks a process for each that does this one and ends.

Started by ``keeper.py`` with one socket.  A job comes as JSON with the descriptor of a channel of its own, through
which data go in and the answer comes back.  JSON and plain bytes are exchanged, never pickles, so that whoever takes
over a confined process can give a wrong answer and nothing else.
"""

from __future__ import annotations

import importlib
import json
import os
import socket
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any

from build_tools.confine.bounds import Bounds, limit_this_process
from build_tools.confine.walls import shut

REQUEST_BYTES = 65_536
STATUS_BYTES = 4
NO_MEMORY = 3

Job = Callable[..., tuple[Any, list[bytes]]]


def serve(control: socket.socket, module: ModuleType) -> None:
    """Does job after job of ``module``, each a function of it, until the other side hangs up."""
    while True:
        message, handles, _flags, _address = socket.recv_fds(control, REQUEST_BYTES, 1)
        if not message or not handles:
            return
        request = json.loads(message)
        process = os.fork()
        if process == 0:
            control.close()
            _do(getattr(module, request["job"]), request, handles[0])
        os.close(handles[0])
        _process, status = os.waitpid(process, 0)
        control.sendall(status.to_bytes(STATUS_BYTES, "big"))


def _do(job: Job, request: dict[str, Any], handle: int) -> None:
    """The life of a confined process: bounds, data, the job, its answer, the end."""
    try:
        limit_this_process(Bounds(**request["bounds"]))
        with Connection(handle) as channel:
            data = channel.recv_bytes()
            value, blobs = job(data, **request["parameters"])
            channel.send_bytes(json.dumps({"value": value, "blobs": len(blobs)}).encode())
            for blob in blobs:
                channel.send_bytes(blob)
    except MemoryError:
        os._exit(NO_MEMORY)
    except BaseException:  # nothing of ours may go on behind a confined process
        os._exit(1)
    os._exit(0)


def main(handle: int, name: str) -> None:
    """Serves the module ``name`` over the socket ``handle``.  All is imported before the doors are shut."""
    module = importlib.import_module(name)
    shut()
    serve(socket.socket(fileno=handle), module)
