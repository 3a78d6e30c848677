"""Whether the picture in a file may show a person, kept by the file's content: looking takes a second a picture."""

from __future__ import annotations

import hashlib
from pathlib import Path

from build_tools import images
from build_tools.identity.people import may_show_a_person
from build_tools.whole import write_whole

VERSION = "1"
"""Of the way pictures are looked at; part of the key."""
_ANSWERS = {b"yes": True, b"no": False}


def shows_a_person(file: Path, cache: Path) -> bool:
    """Whether any page of ``file`` may show a person.  A file that cannot be decoded shows nothing.

    The answer is kept in the folder ``cache``; one that is damaged is looked for again.
    """
    data = images.read_bytes(file)
    if isinstance(data, images.Refusal):
        return False
    key = cache / hashlib.sha256(VERSION.encode() + data).hexdigest()
    kept = _ANSWERS.get(key.read_bytes()) if key.is_file() else None
    if kept is not None:
        return kept
    pages = images.decode_bytes(data, file.suffix)
    found = not isinstance(pages, images.Refusal) and any(may_show_a_person(page) for page in pages)
    write_whole(key, b"yes" if found else b"no")
    return found
