"""The peers of the reading, each called as a person would call it from a shell."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PLAIN = "tesseract -l eng+hin"
_LIMIT = 300


@dataclass(frozen=True)
class Peer:
    """``read`` gives the text of a picture.  ``version`` is empty when the program is not installed."""

    name: str
    version: str
    read: Callable[[Path], str]


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _output(*command: str) -> str:
    run = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False, env=_environment())
    return run.stdout.decode("utf-8", "replace")


def _tesseract(languages: str) -> Callable[[Path], str]:
    return lambda image: _output("tesseract", str(image), "-", "-l", languages)


def _ocrmypdf(image: Path) -> str:
    sidecar, made = image.with_suffix(".sidecar"), image.with_suffix(".made.pdf")
    # A picture without a resolution is refused; 300 is what the oversampling aims at.
    options = ["--deskew", "--oversample", "300", "--image-dpi", "300", "-l", "eng+hin", "--jobs", "1"]
    _output("ocrmypdf", *options, "--output-type", "pdf", "--sidecar", str(sidecar), str(image), str(made))
    text = sidecar.read_text("utf-8") if sidecar.exists() else ""
    for left in (sidecar, made):
        left.unlink(missing_ok=True)
    return text


def _version(program: str) -> str:
    if not shutil.which(program):
        return ""
    found = re.search(r"\d+(?:\.\d+)+", _output(program, "--version"))
    return found[0] if found else "unknown"


def peers() -> list[Peer]:
    tesseract = _version("tesseract")
    return [
        Peer(PLAIN, tesseract, _tesseract("eng+hin")),
        Peer("tesseract -l hin+eng", tesseract, _tesseract("hin+eng")),
        Peer("ocrmypdf --deskew --oversample 300", _version("ocrmypdf"), _ocrmypdf),
    ]


def processor_seconds() -> float:
    """What this process and those that it waited for have used so far: other work on the machine does not count."""
    mine, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + children.ru_utime + children.ru_stime
