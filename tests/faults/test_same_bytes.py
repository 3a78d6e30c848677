"""The same files give the same bytes, whoever builds them, where and when, and however disks order them."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import FLAGSHIP, digests

OF_A_BANK = ("mkdocs.yml", "content", "bibliography", "clippings", "overrides")
STRANGE = {
    "TZ": "Pacific/Chatham", "LC_ALL": "C", "LANG": "C", "LANGUAGE": "ta", "USER": "nobody", "LOGNAME": "nobody",
    "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1", "COLUMNS": "20",
}  # fmt: skip


# Python reads it before anything else; the clock of the system itself only its owner can set.
LATER = """
import datetime, time

ahead = datetime.timedelta(days=500)
real = time.time
time.time = lambda: real() + ahead.total_seconds()


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + ahead

    @classmethod
    def utcnow(cls):
        return super().utcnow() + ahead

    today = now


class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return super().today() + ahead


datetime.datetime, datetime.date = Later, LaterDay
"""


def copy_in_another_order(bank: Path, target: Path, seed: int) -> None:
    """The files of a bank, made in a shuffled order and with other times, as another disk might hold them."""
    names = [name for name in OF_A_BANK if (bank / name).exists()]
    files = [p for name in names for p in ((bank / name).rglob("*") if (bank / name).is_dir() else [bank / name])]
    chance = random.Random(seed)
    chance.shuffle(files)
    for file in files:
        if file.is_file():
            copy = target / file.relative_to(bank)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
            os.utime(copy, (moment := chance.randrange(10**9), moment))


def run(bank: Path, site: Path, environment: dict[str, str], umask: int) -> dict[str, str]:
    command = [sys.executable, "-m", "build_tools", "--bank", str(bank), "build", "--site-dir", str(site)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, umask=umask, cwd=site.parent
    )
    assert done.returncode == 0, done.stderr
    return digests(site)


def strangely(bank: Path, folder: Path) -> dict[str, str]:
    """The site of a copy of ``bank`` that shares nothing with a usual build but the files and the readings of scans."""
    copy = folder / "a much longer way" / "with blanks, and é" / "bank"
    copy_in_another_order(bank, copy, 6)
    if (bank / ".cache/readings").is_dir():
        shutil.copytree(bank / ".cache/readings", copy / ".cache/readings")
    (home := folder / "home").mkdir()
    (clock := folder / "clock").mkdir()
    (clock / "sitecustomize.py").write_text(LATER)
    path = os.pathsep.join((str(clock), str(FLAGSHIP)))
    environment = {**os.environ, "PYTHONPATH": path, **STRANGE, "HOME": str(home)}
    day = [sys.executable, "-c", "import datetime, time; print(datetime.date.today(), int(time.time()))"]
    today, seconds = subprocess.run(day, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert dt.date.fromisoformat(today) > dt.date.today() + dt.timedelta(days=498)
    assert int(seconds) > time.time() + 498 * 86_400
    return run(copy, copy.parent / "another name", environment, 0o077)


def differing(first: dict[str, str], second: dict[str, str]) -> list[str]:
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


@pytest.mark.slow
def test_the_starting_bank(small_bank: Path, tmp_path: Path) -> None:
    usual = {**os.environ, "PYTHONPATH": str(FLAGSHIP), "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    first = run(small_bank, small_bank / "site", usual, 0o022)
    assert len(first) > 40
    assert differing(first, strangely(small_bank, tmp_path)) == []


@pytest.mark.slow
def test_the_first_bank(flagship_site: Path, tmp_path: Path) -> None:
    """Against the site that all tests look at, built as of another day, in another process, from another folder."""
    first = digests(flagship_site)
    assert len(first) > 1_500
    assert differing(first, strangely(FLAGSHIP, tmp_path)) == []
