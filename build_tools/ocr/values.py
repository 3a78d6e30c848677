"""What the parts of this room hand to one another."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.images import Refusal

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """``languages``: Tesseract's names of those that may occur, the likeliest first.  ``seconds``: for one scan.

    ``jobs``: scans read at the same time; 0 takes one for each processor.
    """

    languages: tuple[str, ...] = ("eng", "hin")
    seconds: float = 60
    jobs: int = 0


class Unread(Refusal):
    """Why a scan has no reading: the image was refused, a tool is missing, or the reading failed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One word as an engine gives it, in pixels of the image it was given, with its own numbers of blocks and lines."""

    text: str
    box: Box
    confidence: float
    block: int
    paragraph: int
    line: int
