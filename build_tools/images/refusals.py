"""Why a picture or PDF is refused, in words for the person who sent it."""

from __future__ import annotations

from build_tools.confine import Stopped, Why
from build_tools.images.values import Limits, Refusal

CODES = {
    "image-missing": "The picture is not there, or cannot be opened.",
    "image-empty": "The file is empty; the upload was perhaps cut off.",
    "image-format": "The file holds something that is no picture of a kind that can be used.",
    "image-suffix": "The file's ending names another kind of picture than it holds.",
    "image-bytes": "The file is larger than the bank accepts.",
    "image-pixels": "The picture has more pixels than can safely be decoded.",
    "image-side": "A side of the picture is longer than can safely be decoded.",
    "image-pages": "The file holds more pages or frames than the bank accepts.",
    "image-moving": "The picture moves; a scan does not.",
    "image-exif": "What the camera wrote beside the pixels is damaged, so nobody knows which way is up.",
    "image-locked": "The PDF is locked with a password.",
    "image-broken": "The file is damaged or cut short.",
    "image-stopped": "Decoding the file took too long, too much memory, or ended the process that did it.",
}


def too_many_pixels(limits: Limits) -> Refusal:
    message = f"The picture has more than the {limits.pixels / 1e6:.0f} megapixels that are allowed."
    return Refusal("image-pixels", message, "Save it at 300 dpi or less, or cut it to the clipping itself.")


def too_much_memory() -> Refusal:
    message = "Decoding the picture takes more memory than is allowed."
    return Refusal("image-pixels", message, "Save it at 300 dpi or less, or cut it to the clipping itself.")


def too_many_pages(limits: Limits) -> Refusal:
    message = f"The file holds more than {limits.pages} pages or frames."
    return Refusal("image-pages", message, "Send only the pages of the clipping, if need be as several files.")


def broken(what: str) -> Refusal:
    message = f"The {what} file is damaged or cut short, or is not what it claims to be."
    return Refusal("image-broken", message, "Open it on your own device; if it looks right, save it anew as JPEG.")


_STOPPED = {
    Why.TIME: "Decoding the file takes longer than is allowed.",
    Why.MEMORY: "Decoding the file takes more memory than is allowed.",
    Why.KILLED: "The file ended the process that decodes it.",
}


def stopped(how: Stopped) -> Refusal:
    """That the process which decoded a file came to its end over it."""
    hint = "Open it on your own device; if it looks right, save it anew as JPEG at 300 dpi or less."
    return Refusal("image-stopped", _STOPPED[how.why], hint)
