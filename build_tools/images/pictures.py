"""Pictures, through Pillow: frames within bounds, upright, and made anew from their pixels.

Only in a process that may die: the functions here decode a stranger's bytes.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import cast

from PIL import Image, ImageOps

from build_tools.images.formats import AS_IMAGE
from build_tools.images.refusals import broken, too_many_pages, too_many_pixels
from build_tools.images.values import Limits, Refusal


def pages_of_picture(data: bytes, name: str, limits: Limits) -> Iterator[Image.Image | Refusal]:
    """The frames of ``data``, of format ``name``, one after the other; a refusal is the last item.

    Raises what Pillow raises on damaged bytes.
    """
    with Image.open(io.BytesIO(data), formats=[name.upper()]) as picture:
        for frame in _checked_frames(picture, name, limits):
            yield frame if isinstance(frame, Refusal) else _upright(frame)


def _upright(frame: Image.Image) -> Image.Image | Refusal:
    frame.load()
    turn = _orientation(frame)
    if isinstance(turn, Refusal):
        return turn
    return plain(ImageOps.exif_transpose(frame) if turn > 1 else frame)


def _unfit(width: int, height: int, limits: Limits) -> Refusal | None:
    if min(width, height) < 1:
        return broken("picture")
    if max(width, height) > limits.side:
        message = f"The picture measures {width} × {height} pixels; a side may have {limits.side} at most."
        return Refusal("image-side", message, "Cut the scan into several files, or save it smaller.")
    if width * height > limits.pixels:
        return too_many_pixels(limits)
    return None


_ORIENTATION = 0x0112


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
        yield Refusal("image-moving", f"The {name} file is a moving picture.", AS_IMAGE)
        return
    total = 0
    for number in range(limits.pages + 1):
        if number:
            try:
                picture.seek(number)
            except EOFError:
                return
        if number == limits.pages:
            yield too_many_pages(limits)
            return
        total += picture.width * picture.height
        refusal = _unfit(*picture.size, limits)
        if not refusal and total > limits.total_pixels:
            refusal = too_many_pages(limits)
        yield refusal or picture
        if refusal or name != "TIFF":
            return


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Deep grey as L.  16 bits are scaled; 32 bits and real numbers say nowhere what is white and are stretched."""
    deep = picture.convert("F")
    low, high = (0.0, 65535.0) if picture.mode.startswith("I;16") else cast("tuple[float, float]", deep.getextrema())
    scale = 255.0 / max(high - low, 1e-6)
    return deep.point(lambda v: v * scale - low * scale).convert("L")


def plain(picture: Image.Image) -> Image.Image:
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
