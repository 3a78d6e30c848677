"""Which format the bytes of a file name: a short list, and the ending must name the same."""

from __future__ import annotations

import re

from build_tools.images.values import Refusal

_ACCEPTED: dict[str, tuple[tuple[str, ...], re.Pattern[bytes]]] = {
    "JPEG": ((".jpg", ".jpeg"), re.compile(rb"\xff\xd8\xff")),
    "PNG": ((".png",), re.compile(rb"\x89PNG\r\n\x1a\n")),
    "TIFF": ((".tif", ".tiff"), re.compile(rb"II\*\0|MM\0\*")),
    "WebP": ((".webp",), re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    "PDF": ((".pdf",), re.compile(rb"%PDF-")),
}
_OTHERS: dict[str, re.Pattern[bytes]] = {
    "a GIF picture": re.compile(rb"GIF8"),
    "a HEIC or AVIF photo": re.compile(rb".{4}ftyp(?:hei|hev|mif|msf|avi)", re.DOTALL),
    "a PostScript (EPS) drawing": re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"),
    "a ZIP archive or office document": re.compile(rb"PK\x03\x04"),
    "a web page (HTML)": re.compile(rb"\s*<(?:!doctype html|html|head|body|script|meta)", re.I),
    "an SVG drawing": re.compile(rb"\s*(?:<.*)?<svg", re.DOTALL | re.I),
    "a text file": re.compile(rb"[\t\n\r\x20-\x7e]{1,512}\Z"),
}
SUFFIXES = frozenset(suffix for suffixes, _ in _ACCEPTED.values() for suffix in suffixes)
"""Endings that a scan may have, in small letters, with the dot."""

AS_IMAGE = "Save the scan as JPEG or PNG and send it again."


def format_of(data: bytes, suffix: str) -> str | Refusal:
    """The format that the first bytes name, when the suffix names the same."""
    head = data[:512]
    if not head:
        return Refusal("image-empty", "The file is empty.", "Send the scan again; the upload was perhaps cut off.")
    for name, (suffixes, signature) in _ACCEPTED.items():
        if signature.match(head):
            if suffix.lower() in suffixes:
                return name
            message = f"The file holds {name} data, but its name ends in '{suffix}'."
            return Refusal("image-suffix", message, f"Rename it to end in '{suffixes[0]}', or save it as JPEG.")
    other = next((what for what, sign in _OTHERS.items() if sign.match(head)), "something else")
    message = f"The file is no picture that can be used: it holds {other}."
    return Refusal("image-format", message, AS_IMAGE + " Accepted are JPEG, PNG, TIFF, WebP and PDF.")
