"""The tags of a TIFF file or a block of Exif, which are built alike (TIFF 6.0, section 2; Exif 2.32, section 4.6)."""

from __future__ import annotations

import struct

EXIF, GPS, INTEROPERABILITY = 0x8769, 0x8825, 0xA005
XMP, IPTC, PHOTOSHOP = 0x02BC, 0x83BB, 0x8649
_DIRECTORIES = {EXIF: "exif", GPS: "gps", INTEROPERABILITY: "exif"}
_MOST_DIRECTORIES, _MOST_TAGS = 60, 1_000

# How pixels are stored: baseline tags, tiles, prediction, colour, sampling, an ICC profile.
_STORAGE = (
    *range(0x00FE, 0x0104), 0x0106, 0x0107, 0x010A, 0x0111, 0x0112, *range(0x0115, 0x011E), *range(0x0120, 0x0126),
    0x0128, 0x0129, 0x012D, *range(0x013D, 0x0146), 0x014C, 0x0152, 0x0153, 0x0154, 0x0155, 0x015B,
    *range(0x0200, 0x020A), *range(0x0211, 0x0215), 0x8773,
)  # fmt: skip
_SIZES = {0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0x0001, 0x0002}
UPRIGHT = frozenset(
    [("first", tag) for tag in (0x0112, 0x011A, 0x011B, 0x0128, 0x0213, EXIF)]
    + [("exif", tag) for tag in (*_SIZES, INTEROPERABILITY)]
)
"""Tags of Exif that say only how to hold the picture and how large it is."""
PICTURE = frozenset((place, tag) for place in ("first", "thumbnail") for tag in _STORAGE) | UPRIGHT
"""Tags of a TIFF that are needed to read its pages; later pages are what a thumbnail is in Exif."""


def tags(data: bytes) -> set[tuple[str, int]]:
    """Each tag with the directory it stands in: ``first``, ``thumbnail`` (those behind it), ``exif`` or ``gps``.

    Empty when ``data`` is none of the two.
    """
    if data[:4] not in (b"II*\0", b"MM\0*") or len(data) < 8:
        return set()
    order = "<" if data[:2] == b"II" else ">"
    found: set[tuple[str, int]] = set()
    (first,) = struct.unpack(f"{order}I", data[4:8])
    waiting = [(first, "first")]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        at, place = waiting.pop(0)
        if at in seen or not 8 <= at <= len(data) - 2:
            continue
        seen.add(at)
        waiting += _directory(data, order, at, place, found)
    return found


def _directory(data: bytes, order: str, at: int, place: str, found: set[tuple[str, int]]) -> list[tuple[int, str]]:
    """Notes the tags of one directory; gives the directories that it points to."""
    (count,) = struct.unpack(f"{order}H", data[at : at + 2])
    further: list[tuple[int, str]] = []
    for entry in range(at + 2, at + 2 + 12 * min(count, _MOST_TAGS), 12):
        if entry + 12 > len(data):
            return further
        tag, _kind, _count, value = struct.unpack(f"{order}HHII", data[entry : entry + 12])
        found.add((place, tag))
        if tag in _DIRECTORIES:
            further.append((value, _DIRECTORIES[tag]))
    end = at + 2 + 12 * count
    if place in ("first", "thumbnail") and end + 4 <= len(data):
        (following,) = struct.unpack(f"{order}I", data[end : end + 4])
        further += [(following, "thumbnail")] if following else []
    return further
