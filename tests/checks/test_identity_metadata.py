from __future__ import annotations

import io

from PIL import Image

from build_tools.checks import identity_metadata
from build_tools.diagnostics import Severity
from tests.identity.test_documents import pdf

from .conftest import BankOf
from .support import guide, said


def jpeg(**more: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (600, 600), "white").save(buffer, "JPEG", **more)
    return buffer.getvalue()


def gps() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def test_a_photo_that_says_where_it_was_taken(bank: BankOf) -> None:
    [found] = said(identity_metadata, bank({"clippings/2019/x.jpg": jpeg(exif=gps())}))
    assert (found.path, found.line, found.subject) == ("clippings/2019/x.jpg", 0, "x.en")
    assert found.severity is Severity.ERROR
    assert "GPS" in found.message
    assert "kb redact" in found.hint


def test_a_picture_that_a_body_shows(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        "content/guides/x.md": guide("![A well](a.jpg)"),
        "content/guides/a.jpg": jpeg(comment=b"by me"),
    }
    [found] = said(identity_metadata, bank(files))
    assert (found.path, found.subject) == ("content/guides/a.jpg", "x.en")
    assert "comment" in found.message


def test_pixels_alone_and_the_way_they_are_held_are_fine(bank: BankOf) -> None:
    upright = Image.Exif()
    upright[0x0112] = 6
    files: dict[str, str | bytes] = {
        "clippings/2019/x.jpg": jpeg(dpi=(300, 300), progressive=True),
        "clippings/2019/y.jpg": jpeg(exif=upright),
        "clippings/2019/z.jpg": b"no picture",
    }
    assert said(identity_metadata, bank(files)) == []


def test_the_properties_of_a_scan_that_is_a_pdf(bank: BankOf) -> None:
    files: dict[str, str | bytes] = {
        "clippings/2019/x.pdf": pdf("Wells", "Somebody"),
        "clippings/2019/y.pdf": pdf("Wells"),
        "content/guides/x.md": guide("[Report](report.pdf)"),
        "content/guides/report.pdf": pdf("Wells", "The Ministry"),
    }
    [found] = said(identity_metadata, bank(files))
    assert (found.path, found.subject) == ("clippings/2019/x.pdf", "x.en")
    assert "properties" in found.message
