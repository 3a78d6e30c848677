"""Whether the picture in a file may show a person, kept by the file's content: looking takes a second a picture."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from PIL import Image

from build_tools import images
from build_tools.whole import write_whole

VERSION = "1"
"""Of the way pictures are looked at; part of the key."""
SIDE = 1100
"""Pixels: the longest side of the picture as it is looked at."""
_ANSWERS = {b"yes": True, b"no": False}


def shows_a_person(file: Path, cache: Path, limits: images.Limits = images.DEFAULT_LIMITS) -> bool:
    """Whether any page of ``file`` may show a person.  A file that is no picture shows nothing.

    The answer is kept in the folder ``cache``; one that is damaged is looked for again.
    """
    data = images.read_bytes(file, limits)
    if isinstance(data, images.Refusal):
        return False
    key = cache / hashlib.sha256(VERSION.encode() + data).hexdigest()
    kept = _ANSWERS.get(key.read_bytes()) if key.is_file() else None
    if kept is not None:
        return kept
    pages = images.pages(data, file.suffix, limits, side=SIDE)
    if isinstance(pages, images.Refusal):
        return pages.code == "image-stopped"  # then nobody knows
    found = any(_may_show_a_person(page) for page in pages)
    with suppress(OSError):  # a cache that cannot be written costs time and nothing else
        write_whole(key, b"yes" if found else b"no")
    return found


def _may_show_a_person(page: Image.Image) -> bool:
    from build_tools.identity.people import may_show_a_person  # loads OpenCV, which few commands need

    return may_show_a_person(page)
