"""Builds that die or find no room, while a site stands: it is whole before and after, and the next build succeeds.

``KB_STORM`` is the number of builds that are killed (``make storm``: 50), and lets every write fail in both ways; every
day a few are killed, and every write fails in one way.
"""

from __future__ import annotations

import errno
import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_tools import cli, scaffold
from tests.checks.support import png
from tests.conftest import FLAGSHIP, add, case, digests
from tests.faults.support_disk import Kind, Writes

KILLS = int(os.environ.get("KB_STORM", "4"))
Site = dict[str, str]


def command(root: Path) -> list[str]:
    return [sys.executable, "-m", "build_tools", "--bank", str(root), "build"]


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(FLAGSHIP)}


def write(root: Path, version: int) -> None:
    """Version 0 or 1 of a bank: every record differs."""
    for n in range(40):
        add(root, f"content/case-studies/case-{n:02}.md", case(f"Case {n} of version {version}"))
    add(root, "content/case-studies/form.txt", f"Version {version}\n" * 99)
    add(root, "content/case-studies/kit.md", case("A kit", "[A form](form.txt)"))


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("storm") / "bank"
    assert not isinstance(scaffold.new_bank(root), str)
    return root


def built(root: Path) -> tuple[Site, float]:
    """The site of the bank as it is, and the seconds that a build in a process of its own takes."""
    start = time.perf_counter()
    subprocess.run(command(root), env=ENVIRONMENT, check=True, capture_output=True)
    return digests(root / "site"), time.perf_counter() - start


def killed(root: Path, seconds: float) -> bool:
    """Starts a build and kills it with all its children; whether it was still running then."""
    with subprocess.Popen(
        command(root), env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        time.sleep(seconds)
        running = process.poll() is None
        if running:
            os.killpg(process.pid, signal.SIGKILL)
    return running


@pytest.mark.slow
def test_44_a_killed_build_leaves_a_whole_site(bank: Path) -> None:
    sites, seconds = [], 0.0
    for version in (0, 1):
        write(bank, version)
        site, seconds = built(bank)
        sites.append(site)
    assert sites[0] != sites[1]
    moments, died, switched, builds = random.Random(44), 0, 0, 0
    standing = 1
    while died < KILLS:
        write(bank, 1 - standing)
        # Half of the kills fall into the last fifth of a build, where files are moved and names change hands.
        share = moments.uniform(0.02, 1.02) if moments.random() < 0.5 else moments.uniform(0.8, 1.02)
        died += killed(bank, seconds * share)
        after = digests(bank / "site")
        assert after in sites, "the site is neither the old nor the new one"
        builds += 1
        switched += after == sites[1 - standing]
        write(bank, 1 - standing)
        next_one, seconds = built(bank)
        assert next_one == sites[1 - standing]
        assert sorted(p.name for p in bank.glob("site*")) == ["site"], "the next build clears up what the dead one left"
        standing = 1 - standing
        assert builds < 3 * KILLS, "most builds end before they are killed"
    print(
        f"{died} builds killed while running, {builds - died} ended before; {switched} times the new site stood already"
    )


# --- 45: no room, or a disk that fails ---


@pytest.fixture
def standing(small_bank: Path) -> Path:
    """A bank with a scan and a soft copy, its site built, then a record added."""
    (small_bank / "clippings/2019").mkdir(parents=True)
    (small_bank / "clippings/2019/x.png").write_bytes(png(700, 600))
    add(small_bank, "content/case-studies/form.txt", "A form\n")
    add(small_bank, "content/case-studies/kit.md", case("A kit", "[A form](form.txt)"))
    assert cli.main(["--bank", str(small_bank), "build"]) == 0
    add(small_bank, "content/case-studies/more.md", case("More"))
    return small_bank


# Where a site stands already, the names change hands in another way.
FIRST_SITE: Kind = ("os.rename", "site/switch.py", "switch")


def free(lock: Path) -> bool:
    """Whether nobody holds the lock of the bank's builds."""
    with lock.open("r") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True


def fails_plainly(said: str, problem: int) -> bool:
    return os.strerror(problem) in said and "Traceback" not in said and "kb: " in said and len(said) < 2_000


@pytest.mark.slow
@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_45_every_kind_of_write_may_fail(standing: Path, problem: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Each place of the tool that writes, found by watching one build, fails once; the caches are empty each time."""
    before = digests(standing / "site")
    shutil.rmtree(standing / ".cache/scans")
    with Writes(standing) as all_writes:
        assert cli.main(["--bank", str(standing), "build", "--site-dir", str(standing / "other")]) == 0
    new = digests(standing / "other")
    kinds = [kind for kind in dict.fromkeys(all_writes.kinds) if kind != FIRST_SITE]
    assert len(kinds) > 15, kinds
    failed = 0
    for kind in kinds if "KB_STORM" in os.environ else kinds[problem == errno.EIO :: 2]:
        if kind[1] == "site/assets.py":
            shutil.rmtree(standing / ".cache/scans", ignore_errors=True)
        capsys.readouterr()
        with Writes(standing, kind, problem) as writes:
            code = cli.main(["--bank", str(standing), "build"])
        assert writes.failed == 1, kind
        assert free(standing / "build/.lock")
        after = digests(standing / "site")
        said = capsys.readouterr().err
        if code == 0:  # it was a write that nothing depends on, such as to a cache, or there was another way
            assert after == new, kind
            shutil.rmtree(standing / "site")
            subprocess.run(["cp", "-r", standing / "other", standing / "site"], check=True)
            before = new
        else:
            failed += 1
            assert code == cli.INTERNAL, (kind, said)
            assert fails_plainly(said, problem), (kind, said)
            assert after in (before, new), kind
    assert failed > 4
    assert cli.main(["--bank", str(standing), "build"]) == 0
    assert digests(standing / "site") == new


SIZES = (100, 600, 1_200, 50_000)  # KB of a disk that has room for more and more of the work


@pytest.mark.slow
def test_45_a_disk_that_is_really_full(small_bank: Path, tmp_path: Path) -> None:
    """A small file system in memory, in a name space of its own; the page engine runs out of room for real, too."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody but root make a file system in a name space of its own")
    place = tmp_path / "disk"
    place.mkdir()
    python = f"{sys.executable} -m build_tools --bank {place}/bank build"
    reached = set()
    for size in SIZES:
        script = (
            f"mount -t tmpfs -o size={size}k none {place} && cp -r {small_bank} {place}/bank && "
            f"mkdir {place}/bank/site && echo old > {place}/bank/site/index.html; {python}; code=$?; "
            f'[ $code = 0 ] || [ "$(cat {place}/bank/site/index.html)" = old ] || code=99; '
            f"mount -o remount,size=50m {place} && {python} >/dev/null 2>&1 || code=98; exit $code"
        )
        done = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script], env=ENVIRONMENT, capture_output=True, text=True, check=False
        )
        assert done.returncode in (0, cli.INTERNAL), (size, done.stderr)
        assert "Traceback" not in done.stderr, (size, done.stderr)
        if done.returncode:
            assert os.strerror(errno.ENOSPC) in done.stderr, (size, done.stderr)
        reached.add(done.returncode)
    assert reached == {0, cli.INTERNAL}
