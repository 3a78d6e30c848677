"""How building grows with the bank, beside plain MkDocs with Material on as many pages, in one run.

    python -m benchmarks.build_scale [--sizes 1000 10000]

Prints seconds, peak memory of the whole process tree's largest process, the ratio to plain MkDocs, and the size of
item pages (HTML, gzip -9).
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generated

SAMPLE = 200


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mb: float


def measured(command: list[str], folder: Path) -> Run:
    """Wall time of ``command`` and the peak resident memory of its largest process, in MB (10^6 bytes)."""
    start = time.monotonic()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        errors = process.stderr.read().decode()
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{errors[-2000:]}")
    return Run(time.monotonic() - start, usage.ru_maxrss * 1024 / 1e6)


def item_pages(site: Path) -> tuple[int, int]:
    """Median and largest gzipped size in bytes of a seeded sample of item pages."""
    pages = sorted(p for p in site.rglob("record-*.html"))
    sample = random.Random(1).sample(pages, min(SAMPLE, len(pages)))
    sizes = sorted(len(gzip.compress(p.read_bytes(), 9)) for p in sample)
    return sizes[len(sizes) // 2], sizes[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    sizes = parser.parse_args().sizes
    print(f"{'records':>8} {'tool':24} {'seconds':>8} {'ratio':>6} {'peak MB':>8} {'item page gz':>14} {'largest':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            compare(Path(name), size)


def compare(folder: Path, size: int) -> None:
    generated.plain(folder / "plain", size)
    generated.bank(folder / "bank", size)
    peer = measured([sys.executable, "-m", "mkdocs", "build", "-q"], folder / "plain")
    ours = measured([sys.executable, "-m", "build_tools", "--bank", str(folder / "bank"), "build"], Path.cwd())
    for name, run, site in (("plain MkDocs + Material", peer, "plain/site"), ("kb build", ours, "bank/site")):
        median, largest = item_pages(folder / site)
        ratio = run.seconds / peer.seconds
        figures = f"{run.seconds:8.1f} {ratio:6.2f} {run.peak_mb:8.0f} {median:14} {largest:8}"
        print(f"{size:8} {name:24} {figures}", flush=True)


if __name__ == "__main__":
    main()
