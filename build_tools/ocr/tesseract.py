"""The only module that knows Tesseract: is it there, which models has it, and what does it read in an image.

It is given images that we made ourselves from pixels, never a volunteer's file: Tesseract takes a text file for a
list of files to read.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import pytesseract
from PIL import Image

from build_tools.ocr.values import Row, Unread

NAME = "tesseract"
_PACKAGES = "apt install tesseract-ocr"
_PROBE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed engine.  ``models``: language -> the first 16 hexadecimal digits of its model's SHA-256."""

    version: str
    models: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What Tesseract thinks of a page as a whole.  ``rotate``: degrees clockwise that turn it upright."""

    script: str
    script_confidence: float
    rotate: int


# --- Is it there -----------------------------------------------------------------------------------------


def probe(languages: Sequence[str]) -> Engine | Unread:
    """The installed Tesseract with the models of ``languages`` (and of page layout, when there), or what is missing."""
    program = shutil.which(NAME)
    if not program:
        hint = f"Install it: {_PACKAGES} {' '.join(f'tesseract-ocr-{code}' for code in languages)}"
        return Unread("ocr-no-engine", "Tesseract, which reads scans, is not installed.", hint)
    path = Path(program)
    engine = _installed(program, path.stat().st_mtime_ns)
    if isinstance(engine, Unread):
        return engine
    if missing := [code for code in languages if code not in engine.models]:
        message = f"Tesseract has no model for: {', '.join(missing)}."
        hint = f"Install it: apt install {' '.join(f'tesseract-ocr-{code}' for code in missing)}"
        return Unread("ocr-no-language", message, hint)
    wanted = {*languages, "osd"}
    return Engine(engine.version, {code: model for code, model in engine.models.items() if code in wanted})


@lru_cache(maxsize=4)
def _installed(program: str, changed: int) -> Engine | Unread:
    """Version and all models of the ``program``; ``changed`` makes a newer program a new question."""
    try:
        version, listing = _output(program, "--version"), _output(program, "--list-langs")
    except (OSError, subprocess.SubprocessError):
        return Unread("ocr-no-engine", f"{program} does not run.", f"Install it anew: {_PACKAGES}")
    number = re.search(r"tesseract\s+v?(\S+)", version)
    folder = re.search(r'"(.+?)/?"', listing)
    codes = [line.strip() for line in listing.splitlines() if re.fullmatch(r"\w+(?:/\w+)?", line.strip())]
    models = {code: _fingerprint(Path(folder[1] if folder else "", f"{code}.traineddata")) for code in sorted(codes)}
    return Engine(number[1] if number else "unknown", models)


def _output(program: str, option: str) -> str:
    run = subprocess.run([program, option], capture_output=True, timeout=_PROBE_SECONDS, check=True)
    return (run.stdout + run.stderr).decode("utf-8", "replace")


def _fingerprint(model: Path) -> str:
    try:
        with model.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError:
        return "unknown"


# --- Reading ---------------------------------------------------------------------------------------------


def _guarded(work: Callable[[], object]) -> bytes | Unread:
    """What a call of Tesseract prints, or why it prints nothing."""
    try:
        return cast("bytes", work())
    except pytesseract.TesseractError as error:
        message = f"Tesseract gave up on this image (status {error.status})."
        return Unread(
            "ocr-crashed", message, "Save the scan anew as JPEG; type its text into a .txt if that fails too."
        )
    except RuntimeError:
        message = "Reading the scan took longer than allowed."
        return Unread(
            "ocr-timeout", message, "Cut the scan to the clipping, save it at 300 dpi or less, or allow more time."
        )
    except pytesseract.TesseractNotFoundError:
        return Unread("ocr-no-engine", "Tesseract is not installed.", f"Install it: {_PACKAGES}")
    except (OSError, ValueError, SystemExit) as error:  # no output, output that is not UTF-8, a version it cannot parse
        return _garbled(type(error).__name__)


def _garbled(what: str) -> Unread:
    message = f"Tesseract's answer cannot be understood ({what})."
    return Unread("ocr-garbled", message, f"Check the installation: {NAME} --version; install it anew: {_PACKAGES}")


def layout(image: Image.Image, seconds: float) -> Layout | None:
    """Script and orientation of the page; ``None`` when there is too little text to tell, or no model for it."""
    answer = _guarded(
        lambda: pytesseract.image_to_osd(image, output_type=pytesseract.Output.BYTES, timeout=max(seconds, 0.1))
    )
    if isinstance(answer, Unread):
        return None
    found = dict(re.findall(r"^([A-Z][a-z ]+): (\S+)\s*$", answer.decode("utf-8", "replace"), re.MULTILINE))
    try:
        return Layout(found["Script"], float(found["Script confidence"]), int(found["Rotate"]) % 360)
    except (KeyError, ValueError):
        return None


def words(image: Image.Image, languages: Sequence[str], seconds: float) -> list[Row] | Unread:
    """The words that Tesseract reads in ``image`` with the models of ``languages``, in its own order."""
    answer = _guarded(
        lambda: pytesseract.image_to_data(
            image,
            lang="+".join(languages),
            config="--psm 3",
            output_type=pytesseract.Output.BYTES,
            timeout=max(seconds, 0.1),
        )
    )
    if isinstance(answer, Unread):
        return answer
    try:
        return list(_rows(answer.decode("utf-8")))
    except ValueError as error:  # a UnicodeDecodeError is one
        return _garbled(type(error).__name__)


_WORD_LEVEL = "5"
_JOINERS = {0x200C: None, 0x200D: None}
"""Say how letters join, which the models of Indian scripts guess; no reader types them when searching."""


def _rows(table: str) -> Iterator[Row]:
    """The words of Tesseract's TSV: level, page, block, paragraph, line, word, four of the box, confidence, text."""
    for entry in table.split("\n"):
        cells = entry.rstrip("\r").split("\t")
        if cells[0] != _WORD_LEVEL or len(cells) != 12 or not cells[11].strip():
            continue
        block, paragraph, line = (int(cell) for cell in cells[2:5])
        left, top, width, height = (int(cell) for cell in cells[6:10])
        text = unicodedata.normalize("NFC", cells[11].strip().translate(_JOINERS))
        yield Row(text, (left, top, width, height), round(float(cells[10]), 2), block, paragraph, line)
