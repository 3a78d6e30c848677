"""What it costs to open each picture in a process of its own.

    python -m benchmarks.confined [--count N]

Small JPEGs (600 × 400 pixels) are examined as a build does it: in this process, each in a process of its own, and from
the cache of an earlier build.  The first line is what starts once in a build.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image

from build_tools import images


def pictures(folder: Path, count: int) -> list[Path]:
    """So many different small JPEGs."""
    files = []
    for number in range(count):
        page = Image.linear_gradient("L").resize((600, 400)).rotate(number % 360)
        buffer = io.BytesIO()
        page.convert("RGB").save(buffer, "JPEG", quality=50 + number // 360)
        files.append(folder / f"{number}.jpg")
        files[-1].write_bytes(buffer.getvalue())
    return files


def timed(what: str, work: Callable[[Path], object], files: Iterable[Path]) -> None:
    start = time.perf_counter()
    done = [work(file) for file in files]
    seconds = time.perf_counter() - start
    print(f"{what:40} {seconds:7.2f} s  {seconds / len(done) * 1000:7.2f} ms each")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000)
    with tempfile.TemporaryDirectory() as folder:
        files = pictures(Path(folder), parser.parse_args().count)
        cache = Path(folder, "cache")
        timed("the first, with the program's start", lambda f: images.examine(f.read_bytes(), f.suffix), files[:1])
        timed("in this process", lambda f: images.decode_bytes(f.read_bytes(), f.suffix), files)
        timed("each in a process of its own", lambda f: images.examine(f.read_bytes(), f.suffix), files)
        timed("the same, and its answer kept", lambda f: images.examined(f, cache), files)
        timed("again, from what was kept", lambda f: images.examined(f, cache), files)


if __name__ == "__main__":
    main()
