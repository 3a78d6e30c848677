"""Safe decoding of the scans that volunteers send: bytes in, plain pixels or a refusal out.

A file is opened only when its first bytes and its suffix name the same format of a short list, and only within
:class:`Limits`.  What comes out is made anew from the pixels: upright, RGB or grey, with no metadata, no
thumbnail, and nothing of what stood before or after the picture in the file.

This is a leaf room: it imports nothing of ours but the diagnostics.
"""

from __future__ import annotations

import io
import math
import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import pypdfium2
from PIL import Image, ImageOps

from build_tools.diagnostics import Diagnostic, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input that is still decoded; well under 1 GiB of memory at its worst."""

    file_bytes: int = 30 * 2**20
    pixels: int = 40_000_000
    """Of one page or frame, width times height."""
    total_pixels: int = 80_000_000
    """Of all pages together."""
    side: int = 20_000
    """Longest side of a page, in pixels."""
    pages: int = 20
    pdf_dpi: int = 300
    """Of a rendered PDF page; fewer when the page would have more pixels than ``pdf_pixels``."""
    pdf_pixels: int = 16_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not used, and what its sender can do."""

    code: str
    message: str
    hint: str

    def diagnostic(self, path: str, *, severity: Severity = Severity.ERROR, subject: str = "") -> Diagnostic:
        """The refusal as a remark on ``path`` (relative to the bank, with forward slashes)."""
        return Diagnostic(path, 0, self.code, severity, self.message, self.hint, subject)


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file holds.  ``width`` and ``height``: pixels of the first page, upright, as ``decode`` returns it."""

    format: str
    width: int
    height: int
    pages: int


# --- What the bytes are ----------------------------------------------------------------------------------

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

_AS_IMAGE = "Save the scan as JPEG or PNG and send it again."


def _format(data: bytes, suffix: str) -> str | Refusal:
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
    return Refusal("image-format", message, _AS_IMAGE + " Accepted are JPEG, PNG, TIFF, WebP and PDF.")


def _too_many_pixels(limits: Limits) -> Refusal:
    message = f"The picture has more than the {limits.pixels / 1e6:.0f} megapixels that are allowed."
    return Refusal("image-pixels", message, "Save it at 300 dpi or less, or cut it to the clipping itself.")


def _unfit(width: int, height: int, limits: Limits) -> Refusal | None:
    if min(width, height) < 1:
        return _broken("picture")
    if max(width, height) > limits.side:
        message = f"The picture measures {width} × {height} pixels; a side may have {limits.side} at most."
        return Refusal("image-side", message, "Cut the scan into several files, or save it smaller.")
    if width * height > limits.pixels:
        return _too_many_pixels(limits)
    return None


def _too_many_pages(limits: Limits) -> Refusal:
    message = f"The file holds more than {limits.pages} pages or frames."
    return Refusal("image-pages", message, "Send only the pages of the clipping, if need be as several files.")


def _broken(what: str) -> Refusal:
    message = f"The {what} file is damaged or cut short, or is not what it claims to be."
    return Refusal("image-broken", message, "Open it on your own device; if it looks right, save it anew as JPEG.")


# --- Pictures, through Pillow ----------------------------------------------------------------------------

_ORIENTATION = 0x0112
_SIDEWAYS = range(5, 9)


def _orientation(picture: Image.Image) -> int | Refusal:
    """The EXIF orientation, 1 to 8.  A block of EXIF that cannot be read may hide that the photo lies on its side."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # Pillow only warns of damaged EXIF, and only the first time
            Image.Exif().load(picture.info.get("exif", b""))
        value = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # hostile bytes: Pillow raises nearly anything here, and each means the same
        message = "The photo's orientation cannot be read: its EXIF data are damaged."
        return Refusal("image-exif", message, "Open the photo, turn it upright and save it anew, or send a screenshot.")
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _moving(picture: Image.Image, name: str) -> bool:
    # A JPEG of several pictures is a phone's way to keep a second exposure: its first picture is the photo.
    return name in ("PNG", "WebP") and getattr(picture, "n_frames", 1) > 1


def _checked_frames(picture: Image.Image, name: str, limits: Limits) -> Iterator[Image.Image | Refusal]:
    """The picture at each of its frames, not yet decoded; the last item is a refusal when a limit is passed."""
    if _moving(picture, name):
        yield Refusal("image-moving", f"The {name} file is a moving picture.", _AS_IMAGE)
        return
    total = 0
    for number in range(limits.pages + 1):
        if number:
            try:
                picture.seek(number)
            except EOFError:
                return
        if number == limits.pages:
            yield _too_many_pages(limits)
            return
        total += picture.width * picture.height
        refusal = _unfit(*picture.size, limits)
        if not refusal and total > limits.total_pixels:
            refusal = _too_many_pages(limits)
        yield refusal or picture
        if refusal or name != "TIFF":
            return


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Deep grey as L.  16 bits are scaled; 32 bits and real numbers say nowhere what is white and are stretched."""
    deep = picture.convert("F")
    low, high = (0.0, 65535.0) if picture.mode.startswith("I;16") else cast("tuple[float, float]", deep.getextrema())
    scale = 255.0 / max(high - low, 1e-6)
    return deep.point(lambda v: v * scale - low * scale).convert("L")


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels alone, RGB or L, in a new image; what is transparent becomes white paper."""
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        clean = Image.new("RGB", picture.size, "white")
        clean.paste(picture, mask=picture.getchannel("A"))
        return clean
    flat = picture.convert("L" if picture.mode in ("1", "L") else "RGB")
    clean = Image.new(flat.mode, flat.size)
    clean.paste(flat)
    return clean


def _decode_picture(data: bytes, name: str, limits: Limits) -> list[Image.Image] | Refusal:
    pages: list[Image.Image] = []
    with Image.open(io.BytesIO(data), formats=[name.upper()]) as picture:
        for frame in _checked_frames(picture, name, limits):
            if isinstance(frame, Refusal):
                return frame
            frame.load()
            turn = _orientation(frame)
            if isinstance(turn, Refusal):
                return turn
            pages.append(_plain(ImageOps.exif_transpose(frame) if turn > 1 else frame))
    return pages


def _probe_picture(data: bytes, name: str, limits: Limits) -> Probe | Refusal:
    with Image.open(io.BytesIO(data), formats=[name.upper()]) as picture:
        width, height = picture.size
        # Pillow gives the size of a TIFF upright already; a PNG's EXIF may stand after all its pixels.
        turn = _orientation(picture) if name != "TIFF" and "exif" in picture.info else 1
        if isinstance(turn, Refusal):
            return turn
        pages = 0
        for frame in _checked_frames(picture, name, limits):
            if isinstance(frame, Refusal):
                return frame
            pages += 1
    return Probe(name, height, width, pages) if turn in _SIDEWAYS else Probe(name, width, height, pages)


# --- PDF, through pdfium ---------------------------------------------------------------------------------


def _pdf_scale(width: float, height: float, limits: Limits) -> float:
    """Pixels per point (1/72 inch) for a page of so many points: as ``pdf_dpi`` or what the limits leave."""
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError("a page without extent")
    return min(
        limits.pdf_dpi / 72, math.sqrt(limits.pdf_pixels / (width * height)), (limits.side - 1) / max(width, height)
    )


def _open_pdf(data: bytes, limits: Limits) -> Any:
    """The document, or a refusal; the caller closes it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return Refusal("image-locked", "The PDF is locked with a password.", "Save it without a password.")
        return _broken("PDF")
    if len(document) > limits.pages:
        document.close()
        return _too_many_pages(limits)
    return document


def _decode_pdf(data: bytes, limits: Limits) -> list[Image.Image] | Refusal:
    document = _open_pdf(data, limits)
    if isinstance(document, Refusal):
        return document
    pages: list[Image.Image] = []
    with document:
        for page in document:
            width, height = page.get_size()
            image = page.render(scale=_pdf_scale(width, height, limits)).to_pil()
            if sum(p.width * p.height for p in pages) + image.width * image.height > limits.total_pixels:
                return _too_many_pages(limits)
            pages.append(_plain(image))
            page.close()
    return pages or _broken("PDF")


def _probe_pdf(data: bytes, limits: Limits) -> Probe | Refusal:
    document = _open_pdf(data, limits)
    if isinstance(document, Refusal):
        return document
    with document:
        if not len(document):
            return _broken("PDF")
        width, height = document[0].get_size()
        scale = _pdf_scale(width, height, limits)
        return Probe("PDF", math.ceil(width * scale), math.ceil(height * scale), len(document))


# --- What others call ------------------------------------------------------------------------------------


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes | Refusal:
    """The file's bytes, when it is a regular file that can be read and is not too large."""
    try:
        if not path.is_file():
            return Refusal(
                "image-missing", "There is no such file.", "Put the scan beside its .yml, with the same name."
            )
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        return Refusal("image-missing", f"The file cannot be read: {error.strerror}.", "Check its name and its rights.")
    if len(data) > limits.file_bytes:
        message = f"The file is larger than {limits.file_bytes // 2**20} MB."
        return Refusal("image-bytes", message, "Save it as JPEG at 300 dpi or less.")
    return data


def _guarded(work: Callable[[], T | Refusal], name: str, limits: Limits) -> T | Refusal:
    """What ``work`` gives; a refusal for whatever a decoder raises on hostile bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return work()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return _too_many_pixels(limits)
    except MemoryError:
        return _too_many_pixels(limits)
    except Exception:  # decoders raise nearly anything, and each means the same to the sender
        return _broken(name)


def decode_bytes(data: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS) -> list[Image.Image] | Refusal:
    """The pages in ``data`` as RGB or L images made anew from their pixels.  ``suffix`` as in the name: ``.jpg``."""
    name = _format(data, suffix)
    if isinstance(name, Refusal):
        return name
    if name == "PDF":
        return _guarded(lambda: _decode_pdf(data, limits), name, limits)
    return _guarded(lambda: _decode_picture(data, name, limits), name, limits)


def decode(path: Path, limits: Limits = DEFAULT_LIMITS) -> list[Image.Image] | Refusal:
    """The pages of the scan at ``path``; see :func:`decode_bytes`."""
    data = read_bytes(path, limits)
    return data if isinstance(data, Refusal) else decode_bytes(data, path.suffix, limits)


def probe(path: Path, limits: Limits = DEFAULT_LIMITS) -> Probe | Refusal:
    """Format, size and pages of the scan at ``path``, found from its headers: damaged pixels go unnoticed."""
    data = read_bytes(path, limits)
    if isinstance(data, Refusal):
        return data
    name = _format(data, path.suffix)
    if isinstance(name, Refusal):
        return name
    if name == "PDF":
        return _guarded(lambda: _probe_pdf(data, limits), name, limits)
    return _guarded(lambda: _probe_picture(data, name, limits), name, limits)


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
    small = _plain(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    encoded = cache(lambda quality: _webp(small, quality))
    above = bisect_right(_QUALITIES, target_bytes, key=lambda quality: len(encoded(quality)))
    return encoded(_QUALITIES[max(above - 1, 0)])


def full_copy(image: Image.Image) -> bytes:
    """``image`` as JPEG in full size, made from its pixels alone: nothing else that the file held goes along."""
    buffer = io.BytesIO()
    _plain(image).convert("RGB").save(buffer, "JPEG", quality=85, optimize=True)
    return buffer.getvalue()
