"""What an image file holds beside its pixels: where and when it was taken, by whom, a smaller copy, comments.

Containers are read from their bytes and nothing is decoded.  Layouts: JPEG (ITU-T T.81 annex B), Exif 2.32, PNG (W3C,
third edition), WebP (RFC 9649), TIFF 6.0.  A file that breaks off is read as far as it goes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import StrEnum

from build_tools.identity import tiff


class Trace(StrEnum):
    """What stands beside the pixels, in words that fit after "holds"."""

    GPS = "the place where it was taken (GPS)"
    EXIF = "data of the camera or its owner (EXIF)"
    XMP = "data of a program that worked on it (XMP)"
    IPTC = "a caption or names (IPTC)"
    THUMBNAIL = "a smaller copy of the picture, perhaps from before it was cut or covered"
    COMMENT = "a comment"
    TEXT = "notes in words"
    APPENDED = "something behind the end of the picture"
    AUTHOR = "names or titles in the document's properties"


_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_PNG_TIME = b"tIME"
_FILM_PLACES = (b"\xa9xyz", b"loci", b"location.ISO6709")
# Segments of a JPEG that say how to read the pixels: tables, frames, scans, JFIF, colour (ICC, Adobe).
_STANDALONE = {0x01, *range(0xD0, 0xD8)}


def traces(data: bytes) -> list[Trace]:
    """Everything beside the pixels of the image file ``data``, each kind once, in order of :class:`Trace`."""
    found: set[Trace] = set()
    if data.startswith(b"\xff\xd8"):
        found.update(_jpeg(data))
    elif data.startswith(_PNG):
        found.update(_png(data))
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found.update(_webp(data))
    elif data[:4] in (b"II*\0", b"MM\0*"):
        found.update(_of_tags(tiff.tags(data), tiff.PICTURE))
    elif data[4:8] == b"ftyp":
        found.update(_film(data))
    return [trace for trace in Trace if trace in found]


def _film(data: bytes) -> Iterator[Trace]:
    """The place that a phone writes into a film's ``moov`` box (ISO 14496-12; 3GPP TS 26.244; QuickTime)."""
    at = 0
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        end = at + size if size >= 8 else len(data)
        if name == b"moov" and any(mark in data[at:end] for mark in _FILM_PLACES):
            yield Trace.GPS
        at = end


def _of_tags(tags: set[tuple[str, int]], harmless: frozenset[tuple[str, int]]) -> Iterator[Trace]:
    for where, tag in tags - harmless:
        if where == "gps" or tag == tiff.GPS:
            yield Trace.GPS
        elif where == "thumbnail":
            yield Trace.THUMBNAIL
        else:
            yield {tiff.XMP: Trace.XMP, tiff.IPTC: Trace.IPTC, tiff.PHOTOSHOP: Trace.IPTC}.get(tag, Trace.EXIF)


def _exif(block: bytes) -> Iterator[Trace]:
    tags = tiff.tags(block.removeprefix(b"Exif\0\0"))
    yield from _of_tags(tags, tiff.UPRIGHT) if tags else (Trace.EXIF,)


def _jpeg(data: bytes) -> Iterator[Trace]:
    at = 2
    while (at := data.find(b"\xff", at)) != -1 and at + 4 <= len(data):
        marker = data[at + 1]
        if marker == 0xD9:
            if data[at + 2 :].strip(b"\0\xff\r\n "):
                yield Trace.APPENDED
            return
        if marker in (0x00, 0xFF) or marker in _STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            at = _scan_end(data, at + 2 + length)
            continue
        yield from _segment(marker, data[at + 4 : at + 2 + length])
        at += 2 + length


def _scan_end(data: bytes, at: int) -> int:
    """The next marker behind compressed pixels, in which 0xFF is followed by 0 or a restart marker."""
    while (at := data.find(b"\xff", at)) != -1 and at + 1 < len(data):
        if data[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if data[at + 1] == 0xFF else 2
    return len(data)


def _segment(marker: int, block: bytes) -> Iterator[Trace]:
    if marker == 0xFE:
        yield Trace.COMMENT
    elif marker == 0xE0:
        if not block.startswith(b"JFIF\0") or any(block[12:14]):
            yield Trace.THUMBNAIL  # of JFIF, or JFXX
    elif marker == 0xE1 and block.startswith(b"Exif\0"):
        yield from _exif(block)
    elif marker == 0xE1:
        yield Trace.XMP
    elif marker == 0xED:
        yield Trace.IPTC
    elif marker == 0xE2:
        if not block.startswith(b"ICC_PROFILE\0"):
            yield Trace.THUMBNAIL  # MPF: a second picture; FlashPix
    elif 0xE3 <= marker <= 0xEF and not (marker == 0xEE and block.startswith(b"Adobe")):
        yield Trace.EXIF  # of a camera's maker


def _png(data: bytes) -> Iterator[Trace]:
    at = len(_PNG)
    while at + 8 <= len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        block = data[at + 8 : at + 8 + length]
        if kind in _PNG_TEXTS:
            yield Trace.XMP if block.startswith(b"XML:com.adobe.xmp") else Trace.TEXT
        elif kind == b"eXIf":
            yield from _exif(block)
        elif kind == _PNG_TIME:
            yield Trace.TEXT
        at += 12 + length
        if kind == b"IEND":
            if data[at:].strip(b"\0\r\n "):
                yield Trace.APPENDED
            return


def _webp(data: bytes) -> Iterator[Trace]:
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = 12
    while at + 8 <= end:
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind == b"EXIF":
            yield from _exif(data[at + 8 : at + 8 + length])
        elif kind == b"XMP ":
            yield Trace.XMP
        at += 8 + length + length % 2
    if data[end:].strip(b"\0"):
        yield Trace.APPENDED
