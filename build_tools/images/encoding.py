"""Copies of decoded pictures for the site: small ones, a large one, and one in the format that was sent."""

from __future__ import annotations

import io
from bisect import bisect_right
from functools import cache

from PIL import Image

from build_tools.images.pictures import plain

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
"""Endings of pictures of which a copy in the same format can be made."""
_OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 92, "subsampling": 0, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92, "method": 6},
    "TIFF": {"compression": "tiff_deflate"},
}
_QUALITIES = (20, 28, 36, 46, 58, 70)
_WEBP_SIDE = 16_383


def _webp(image: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=quality, method=6)
    return buffer.getvalue()


def web_copy(image: Image.Image, width: int, target_bytes: int = 60_000) -> bytes:
    """``image`` as WebP without metadata, ``width`` pixels wide (never wider than it is), for the site.

    The quality is the best of six with which the copy has at most ``target_bytes``; the lowest when none has.
    The same pixels and version of libwebp give the same bytes.
    """
    scale = min(1.0, width / image.width, _WEBP_SIDE / image.height)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    small = plain(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    encoded = cache(lambda quality: _webp(small, quality))
    above = bisect_right(_QUALITIES, target_bytes, key=lambda quality: len(encoded(quality)))
    return encoded(_QUALITIES[max(above - 1, 0)])


def full_copy(image: Image.Image) -> bytes:
    """``image`` as JPEG in full size, made from its pixels alone: nothing else that the file held goes along."""
    buffer = io.BytesIO()
    plain(image).convert("RGB").save(buffer, "JPEG", quality=85, optimize=True)
    return buffer.getvalue()


def encoded(image: Image.Image, suffix: str) -> bytes:
    """The pixels of ``image`` (RGB or L) alone, in the format that the ending names (one of :data:`FORMATS`)."""
    form = FORMATS[suffix]
    buffer = io.BytesIO()
    image.save(buffer, form, **_OPTIONS[form])
    return buffer.getvalue()
