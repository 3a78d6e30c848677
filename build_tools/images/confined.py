"""What others ask of a picture or PDF.  The bytes are decoded in a confined process, and here arrive plain values.

Each function takes the file's bytes and the ending of its name (``.jpg``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PIL import Image

from build_tools import confine
from build_tools.images.files import read_bytes
from build_tools.images.pdf import Box
from build_tools.images.refusals import broken, stopped
from build_tools.images.values import DEFAULT_LIMITS, Limits, Made, Probe, Refusal

_JOBS = "build_tools.images.jobs"
BOUNDS = confine.DEFAULT_BOUNDS
_BYTES = {"L": 1, "RGB": 3}


def examine(data: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS) -> Probe | Refusal:
    """Format, size and pages, after every page has been decoded once."""
    answer = _asked("examine", data, suffix, limits)
    if isinstance(answer, Refusal):
        return answer
    sizes = answer.value["sizes"]
    width, height = sizes[0]
    return Probe(answer.value["format"], width, height, len(sizes), len(data))


def decode(path: Path, limits: Limits = DEFAULT_LIMITS) -> list[Image.Image] | Refusal:
    """The pages of the scan at ``path``, RGB or L, made anew from their pixels."""
    data = read_bytes(path, limits)
    return data if isinstance(data, Refusal) else pages(data, path.suffix, limits)


def pages(
    data: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS, most: int | None = None, side: int | None = None
) -> list[Image.Image] | Refusal:
    """The first ``most`` pages, RGB or L; with ``side`` in L and shrunk until no side is longer than that."""
    answer = _asked("pixels", data, suffix, limits, most=most, side=side)
    if isinstance(answer, Refusal):
        return answer
    sizes = [(str(mode), int(width), int(height)) for mode, width, height in answer.value]
    if [w * h * _BYTES[mode] for mode, w, h in sizes] != [len(blob) for blob in answer.blobs]:
        return broken("picture")
    return [Image.frombytes(mode, (w, h), blob) for (mode, w, h), blob in zip(sizes, answer.blobs, strict=True)]


def printed(data: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS) -> list[list[tuple[str, Box]]]:
    """The words that each page of a PDF holds as text, with their boxes on the page as :func:`pages` gives it.

    Nothing for pictures, and for pages that are scans or whose text cannot be had.
    """
    answer = _asked("printed", data, suffix, limits)
    if isinstance(answer, Refusal):
        return []
    return [[(str(text), _box(box)) for text, box in page] for page in answer.value]


def _box(sides: Sequence[int]) -> Box:
    left, top, width, height = (int(side) for side in sides)
    return left, top, width, height


def copies(
    data: bytes, suffix: str, wanted: Sequence[tuple[int, int]], limits: Limits = DEFAULT_LIMITS
) -> list[Made] | Refusal:
    """Of the first page a web copy for each width and most bytes in ``wanted``; for width 0 a JPEG in full size."""
    answer = _asked("copies", data, suffix, limits, wanted=list(wanted))
    return answer if isinstance(answer, Refusal) else _made(answer)


def remade(data: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS) -> Made | Refusal:
    """The first page as a file of the same format, from its pixels alone; not for PDF."""
    answer = _asked("remade", data, suffix, limits)
    return answer if isinstance(answer, Refusal) else _made(answer)[0]


def _made(answer: confine.Answer) -> list[Made]:
    return [
        Made(file, int(width), int(height)) for file, (width, height) in zip(answer.blobs, answer.value, strict=True)
    ]


def _asked(job: str, data: bytes, suffix: str, limits: Limits, **parameters: Any) -> confine.Answer | Refusal:
    answer = confine.run(f"{_JOBS}:{job}", data, bounds=BOUNDS, suffix=suffix, limits=asdict(limits), **parameters)
    if isinstance(answer, confine.Stopped):
        return stopped(answer)
    if isinstance(answer.value, dict) and "refused" in answer.value:
        return Refusal(**answer.value["refused"])
    return answer
