"""PDFs that hold their text: it is kept where it is what the page shows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from build_tools import images
from build_tools.model import Reading
from build_tools.ocr import read_scans

LINES = [
    "The district register of migrant workers is kept",
    "in every block office and renewed each quarter.",
    "Inspectors visit kilns, workshops and markets and",
    "hand their reports to the task force on Mondays.",
]


def _content(lines: list[str], mode: int = 0) -> bytes:
    told = "".join(f"({line}) Tj 0 -26 Td " for line in lines)
    return f"BT /F 18 Tf {mode} Tr 60 700 Td {told}ET".encode()


def _pdf(*contents: bytes, picture: Image.Image | None = None, high: int = 792) -> bytes:
    """A page for each of ``contents`` in Helvetica; the ``picture`` covers its upper ``high`` points of 792."""
    objects = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    paint, resource = b"", b""
    if picture:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=90)
        data = buffer.getvalue()
        size = b"/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % picture.size
        objects.append(
            b"<</Type/XObject/Subtype/Image%s/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
            % (size, len(data), data)
        )
        paint = b"q 612 0 0 %d 0 %d cm /I Do Q " % (high, 792 - high)
        resource = b"/XObject<</I 4 0 R>>"
    kids = []
    for content in contents:
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(paint + content), paint + content))
        place = b"/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>%s>>" % resource
        objects.append(b"<</Type/Page%s/Contents %d 0 R>>" % (place, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    body, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)


def _read(folder: Path, data: bytes) -> Reading:
    scan = folder / "scan.pdf"
    scan.write_bytes(data)
    reading = read_scans([scan], folder / "cache")[scan]
    assert isinstance(reading, Reading), reading
    return reading


def test_text_that_the_page_shows_is_kept_with_its_places(tmp_path: Path) -> None:
    data = _pdf(_content(LINES), _content(["A second page says that the register has", *LINES[1:]]))
    reading = _read(tmp_path, data)
    assert " ".join(LINES) in reading.text
    assert "A second page says that" in reading.text
    assert {word.confidence for word in reading.words} == {100.0}
    assert reading.languages == ("eng",)
    (first, second) = reading.pages
    assert first == second
    word = next(word for word in reading.words if word.text == "district")
    assert 0 < word.box[0] < first[0] / 2
    assert word.box[1] < first[1] / 4
    assert all(word.box[1] >= first[1] for word in reading.words if word.text == "second")


def test_text_that_nobody_sees_is_not_taken_for_what_the_page_says(tmp_path: Path) -> None:
    hidden = b"BT /F 18 Tf 3 Tr 60 400 Td (Something else is said here.) Tj ET"
    beneath = b"BT /F 18 Tf 3 Tr 60 700 Td (Nobody ever sees what is written beneath this one line) Tj ET"
    reading = _read(tmp_path, _pdf(hidden + b" " + beneath + b" " + _content(LINES[1:])))
    assert "Something" not in reading.text
    assert "Nobody" not in reading.text
    for line in LINES[1:]:
        assert line in reading.text


def test_a_text_with_other_letters_than_the_page_is_not_taken(tmp_path: Path) -> None:
    drawn = images.pages(_pdf(_content(LINES)), ".pdf")
    assert isinstance(drawn, list)
    picture = drawn[0].convert("L").crop((0, 0, drawn[0].width, drawn[0].height // 2))
    told = [line.translate(str.maketrans("aeiorstn", "nrtsoiea")) for line in LINES]
    reading = _read(tmp_path, _pdf(_content(told, mode=3), picture=picture, high=396))
    assert " ".join(LINES) in reading.text


def test_what_another_program_read_on_a_scan_is_not_taken(tmp_path: Path) -> None:
    drawn = images.pages(_pdf(_content(LINES)), ".pdf")
    assert isinstance(drawn, list)
    data = _pdf(_content(LINES, mode=3), picture=drawn[0].convert("L"))
    assert images.printed(data, ".pdf") == [[]]
    assert "migrant workers" in _read(tmp_path, data).text


@pytest.mark.parametrize(("data", "suffix"), [(b"%PDF-1.4\nbroken", ".pdf"), (b"GIF89a", ".gif")])
def test_of_other_files_there_is_no_text(data: bytes, suffix: str) -> None:
    assert images.printed(data, suffix) == []
