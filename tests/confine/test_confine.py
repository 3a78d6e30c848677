"""A confined process: what it cannot do, and that its end is nobody else's."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.confine import DEFAULT_BOUNDS, Answer, Bounds, Stopped, Why, close, run

ROOT = Path(__file__).parent.parent.parent
QUICK = replace(DEFAULT_BOUNDS, seconds=2.0, cpu_seconds=30)


JOBS = "tests.confine.jobs"


def ask(name: str, data: bytes = b"abc", bounds: Bounds = QUICK, **parameters: object) -> Answer | Stopped:
    return run(f"{JOBS}:{name}", data, bounds=bounds, **parameters)


def test_a_job_gets_bytes_and_gives_json_and_bytes() -> None:
    assert ask("well", b"abc", more="x") == Answer({"length": 3, "more": "x"}, (b"abc", b"cba"))
    large = os.urandom(30 * 2**20)
    answer = ask("well", large)
    assert isinstance(answer, Answer)
    assert answer.blobs[0] == large


def test_each_job_has_a_process_of_its_own_from_one_program() -> None:
    first, second = ask("process"), ask("process")
    assert isinstance(first, Answer)
    assert isinstance(second, Answer)
    assert first.value[0] != second.value[0]
    assert first.value[1] == second.value[1]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("raises", Why.KILLED),
        ("kills_itself", Why.KILLED),
        ("kills_its_parent", Why.KILLED),
        ("no_json", Why.KILLED),
        ("takes_memory", Why.MEMORY),
        ("spins", Why.TIME),
        ("sleeps", Why.TIME),
        ("sleeps_through_its_alarm", Why.TIME),
        ("nothing_of_this_name", Why.KILLED),
    ],
)
def test_a_job_that_does_not_end_well_is_a_value_and_the_next_is_done(name: str, why: Why) -> None:
    start = time.monotonic()
    assert ask(name) == Stopped(why)
    assert time.monotonic() - start < 20
    assert isinstance(ask("well"), Answer)


def test_the_end_of_processor_time_is_told_from_other_ends() -> None:
    bounds = replace(DEFAULT_BOUNDS, seconds=60.0, cpu_seconds=1)
    assert ask("spins", bounds=bounds) == Stopped(Why.TIME)
    assert ask("spins_and_will_not_hear", bounds=bounds) == Stopped(Why.KILLED)


def test_what_hangs_leaves_no_process_behind() -> None:
    started = ask("process")
    assert isinstance(started, Answer)
    assert ask("sleeps_through_its_alarm") == Stopped(Why.TIME)
    deadline = time.monotonic() + 30  # whoever adopts an orphan may take a while to bury it
    while time.monotonic() < deadline:
        try:
            os.killpg(started.value[1], 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a process of the group is still there")


def test_nothing_can_be_written_and_little_opened(tmp_path: Path) -> None:
    target = tmp_path / "written"
    assert ask("writes", path=str(target)) == Stopped(Why.KILLED)
    assert not target.exists() or target.read_bytes() == b""
    assert ask("opens_many") == Stopped(Why.KILLED)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may start as many processes as there is room for")
def test_no_process_is_started_that_could_stay_behind() -> None:
    assert ask("forks") == Stopped(Why.KILLED)


def landlock() -> bool:
    import ctypes

    return sys.platform == "linux" and int(ctypes.CDLL(None).syscall(444, None, 0, 1)) > 0


@pytest.mark.skipif(not landlock(), reason="this system has no Landlock")
def test_files_of_the_bank_and_of_its_owner_cannot_be_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    assert ask("reads", path=str(secret)) == Stopped(Why.KILLED)
    assert ask("reads", path="/etc/passwd") == Stopped(Why.KILLED)
    assert ask("reads", path=str(ROOT / "mkdocs.yml")) == Stopped(Why.KILLED)


@pytest.mark.skipif(not landlock(), reason="this system may allow neither of the two ways to take the network away")
def test_there_is_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        assert ask("calls_out", port=port) == Stopped(Why.KILLED)


def test_nothing_of_the_environment_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    close()
    monkeypatch.setenv("A_SECRET", "secret")
    answer = ask("environment")
    assert isinstance(answer, Answer)
    assert set(answer.value) <= {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LC_CTYPE", "LD_LIBRARY_PATH"}


def test_threads_have_programs_of_their_own() -> None:
    together = threading.Barrier(3)

    def one(number: int) -> Answer | Stopped:
        together.wait(10)
        return ask("kills_itself") if number == 1 else ask("well", bytes([number]))

    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(one, range(3)))
    assert [type(outcome) for outcome in outcomes] == [Answer, Stopped, Answer]


def test_a_forked_process_starts_programs_of_its_own() -> None:
    code = (
        "import os, sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from build_tools.confine import run\n"
        f"first = run('{JOBS}:process', b'').value[1]\n"
        "if os.fork() == 0:\n"
        f"    os._exit(run('{JOBS}:process', b'').value[1] == first)\n"
        "status = os.wait()[1]\n"
        f"sys.exit(1 if status or run('{JOBS}:process', b'').value[1] != first else 0)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_process_that_was_started_elsewhere_can_be_bounded(tmp_path: Path) -> None:
    """As the readers of scans do."""
    code = (
        "from build_tools.confine import Bounds, limit_this_process\n"
        "limit_this_process(Bounds(seconds=1.0, cpu_seconds=60))\n"
        "import time; time.sleep(60)\n"
    )
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60, cwd=ROOT)
    assert done.returncode < 0
    assert time.monotonic() - start < 30
