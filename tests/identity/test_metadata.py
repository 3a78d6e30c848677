"""Data beside the pixels, in every format; files that break off; and what is needed to see the picture."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from build_tools.identity import Trace, traces
from build_tools.identity.file_names import of_file_name
from build_tools.identity.values import Kind

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")


def made(form: str, **more: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(buffer, form, **more)
    return buffer.getvalue()


def camera(*, gps: bool = False) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    if gps:
        exif.get_ifd(0x8825)[1] = "N"
    return exif


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_of_pixels_alone(form: str) -> None:
    assert traces(made(form)) == []


@pytest.mark.parametrize("form", FORMATS)
def test_exif(form: str) -> None:
    assert Trace.EXIF in traces(made(form, exif=camera()))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_gps(form: str) -> None:
    assert traces(made(form, exif=camera(gps=True))) == [Trace.GPS, Trace.EXIF]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_something_behind_the_end(form: str) -> None:
    assert traces(made(form) + b"PK\x03\x04 an archive") == [Trace.APPENDED]


def test_more_of_a_jpeg() -> None:
    assert traces(made("JPEG", comment=b"by me")) == [Trace.COMMENT]
    assert traces(made("JPEG", xmp=b"<x:xmpmeta/>")) == [Trace.XMP]
    plain = made("JPEG")
    iptc = b"\xff\xed\x00\x10Photoshop 3.0\0"
    assert traces(plain[:2] + iptc + plain[2:]) == [Trace.IPTC]
    small = b"\xff\xe0\x00\x0aJFXX\0\x10ab"
    assert traces(plain[:2] + small + plain[2:]) == [Trace.THUMBNAIL]


def test_a_thumbnail_in_exif() -> None:
    """A second directory behind the first, as cameras write it."""
    first = b"\x01\x00" + b"\x12\x01\x03\x00\x01\x00\x00\x00\x01\x00\x00\x00"
    second = b"\x01\x00" + b"\x01\x02\x04\x00\x01\x00\x00\x00\x00\x00\x00\x00" + b"\0\0\0\0"
    block = b"II*\0\x08\x00\x00\x00" + first + (8 + len(first) + 4).to_bytes(4, "little") + second
    assert traces(made("JPEG", exif=b"Exif\0\0" + block)) == [Trace.THUMBNAIL]


def test_texts_of_a_png() -> None:
    info = PngInfo()
    info.add_text("Author", "somebody")
    assert traces(made("PNG", pnginfo=info)) == [Trace.TEXT]


def test_the_way_a_picture_is_held_and_its_resolution_may_stay() -> None:
    upright = Image.Exif()
    upright[0x0112] = 6
    assert traces(made("JPEG", exif=upright, dpi=(300, 300), progressive=True)) == []
    assert traces(made("PNG", exif=upright, dpi=(300, 300))) == []


@given(st.sampled_from(FORMATS), st.integers(0, 400), st.binary(max_size=40))
def test_damaged_files_are_read_as_far_as_they_go(form: str, cut: int, more: bytes) -> None:
    whole = made(form, exif=camera(gps=True))
    assert isinstance(traces(whole[:cut] + more), list)
    assert isinstance(traces(whole[: cut % 20] + more + whole[cut % 20 :]), list)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("ramesh-12-saal.jpg", [Kind.NAME_AGE]),
        ("12yr-sunita-rescued.jpg", [Kind.NAME_AGE]),
        ("सुनीता-12.jpg", [Kind.NAME_AGE]),
        ("ramesh-s-o-mohan.jpg", [Kind.NAME_PARENT]),
        ("sunita-bhelwa-village.jpg", [Kind.NAME_PLACE]),
        ("write-somebody@gmail.com.jpg", [Kind.EMAIL]),
        ("2019-07-12-mehta-judgment.jpg", []),
        ("mc-mehta-1996.md", []),
        ("specimen-school-drive.jpg", []),
    ],
)
def test_names_of_files(name: str, kinds: list[Kind]) -> None:
    assert of_file_name(f"clippings/2019/{name}") == kinds


def _box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (_box(b"moov", _box(b"udta", _box(b"\xa9xyz", b"+26.9+75.8/"))), [Trace.GPS]),
        (_box(b"moov", _box(b"meta", b"com.apple.quicktime.location.ISO6709")), [Trace.GPS]),
        (_box(b"moov", _box(b"udta", _box(b"loci", bytes(20)))), [Trace.GPS]),
        (_box(b"moov", _box(b"mvhd", bytes(100))), []),
        (_box(b"mdat", b"loci\xa9xyz"), []),
        (b"\0\0\0\x01moov\0\0", []),
        (b"\0\0\0\0moov\xa9xyz", [Trace.GPS]),
    ],
)
def test_the_place_in_a_film(content: bytes, found: list[Trace]) -> None:
    assert traces(_box(b"ftyp", b"isom") + content) == found
