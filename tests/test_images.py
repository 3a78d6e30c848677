"""Scans that volunteers send: what is refused, and that what is accepted is nothing but pixels."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from build_tools.confine import DEFAULT_BOUNDS, Bounds
from build_tools.diagnostics import Severity
from build_tools.images import Limits, Made, Probe, Refusal, decode, examined, remade, web_copy
from build_tools.whole import read_sealed, write_sealed


def _page(width: int = 120, height: int = 80, mode: str = "RGB") -> Image.Image:
    """A light page with a dark bar in its upper left quarter."""
    page = Image.new("RGB", (width, height), (240, 235, 220))
    ImageDraw.Draw(page).rectangle((4, 4, width // 2, height // 4), fill=(20, 20, 30))
    return page.convert(mode)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_bomb(width: int, height: int) -> bytes:
    """A small PNG, valid to its last byte, of one bit per pixel and ``width`` times ``height`` pixels."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _shade(image: Image.Image, x: int, y: int) -> int:
    return image.convert("L").crop((x, y, x + 1, y + 1)).tobytes()[0]


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _refused(path: Path, limits: Limits | None = None) -> str:
    outcome = decode(path, limits) if limits else decode(path)
    assert isinstance(outcome, Refusal), f"{path.name} was accepted"
    assert outcome.message
    assert outcome.hint
    return outcome.code


@pytest.mark.parametrize(
    ("name", "form"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.tif", "TIFF"), ("a.webp", "WEBP")]
)
def test_accepts_each_format_under_its_own_name(tmp_path: Path, name: str, form: str) -> None:
    path = _file(tmp_path, name, _saved(_page(), form))
    pages = decode(path)
    assert isinstance(pages, list)
    assert [(p.mode, p.size) for p in pages] == [("RGB", (120, 80))]
    found = examined(path, tmp_path / "cache")
    assert isinstance(found, Probe)
    assert (found.format.upper(), found.width, found.height, found.pages) == (form, 120, 80, 1)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.png", b"", "image-empty"),
        ("page.png", b"<!DOCTYPE html><html><body>x</body></html>", "image-format"),
        ("list.png", b"/etc/hostname\n/etc/passwd\n", "image-format"),
        ("photo.jpg", _saved(_page(), "TIFF"), "image-suffix"),
        ("drawing.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "image-format"),
        ("drawing2.jpg", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image-format"),
        ("document.jpg", b"%PDF-1.4\n%%EOF", "image-suffix"),
        ("moving.gif", _saved(_page(), "GIF"), "image-format"),
        ("gif.png", _saved(_page(), "GIF"), "image-format"),
        ("bmp.jpg", _saved(_page(), "BMP"), "image-format"),
        ("cut.jpg", _saved(_page(600, 600), "JPEG")[:-2000], "image-broken"),
        ("cut.png", _saved(_page(600, 600), "PNG")[:-200], "image-broken"),
        ("cut.tif", _saved(_page(600, 600), "TIFF")[:2000], "image-broken"),
        ("header.jpg", b"\xff\xd8\xff\xe0 and no more", "image-broken"),
        ("header.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "image-broken"),
        ("header.pdf", b"%PDF-1.7 and no more", "image-broken"),
    ],
)
def test_refuses_what_is_not_what_its_name_says(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert _refused(_file(tmp_path, name, data)) == code


def test_the_message_names_what_the_file_holds(tmp_path: Path) -> None:
    outcome = decode(_file(tmp_path, "list.png", b"/etc/hostname\n/etc/passwd\n"))
    assert isinstance(outcome, Refusal)
    assert "a text file" in outcome.message
    remark = outcome.diagnostic("clippings/2026/list.png")
    assert (remark.path, remark.severity, remark.code) == ("clippings/2026/list.png", Severity.ERROR, "image-format")


@pytest.mark.parametrize("side", [10_000, 14_000])
def test_refuses_pixel_bombs_without_decoding_them(tmp_path: Path, side: int) -> None:
    path = _file(tmp_path, "bomb.png", _png_bomb(side, side))
    assert path.stat().st_size < 30_000
    assert _refused(path) == "image-pixels"
    assert isinstance(examined(path, tmp_path / "cache"), Refusal)


def test_refuses_a_strip_and_many_frames_and_large_files(tmp_path: Path) -> None:
    assert _refused(_file(tmp_path, "strip.png", _png_bomb(40_000, 20))) == "image-side"
    frames = [Image.new("1", (8, 8), n % 2) for n in range(1000)]
    many = _saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert _refused(_file(tmp_path, "frames.tif", many)) == "image-pages"
    small = Limits(file_bytes=100)
    assert _refused(_file(tmp_path, "large.png", _saved(_page(), "PNG")), small) == "image-bytes"


def test_a_tiff_is_bounded_by_all_its_pages_together(tmp_path: Path) -> None:
    pages = [_page(100, 100, "L") for _ in range(3)]
    path = _file(tmp_path, "three.tif", _saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    decoded = decode(path)
    assert isinstance(decoded, list)
    assert len(decoded) == 3
    assert _refused(path, Limits(total_pixels=25_000)) == "image-pages"
    assert _refused(path, Limits(pages=2)) == "image-pages"
    assert isinstance(decode(path, Limits(pages=3)), list)


def test_refuses_moving_pictures(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (20, 20), (n * 9, 0, 0)) for n in range(20)]
    for name, form in (("a.png", "PNG"), ("a.webp", "WEBP")):
        data = _saved(frames[0], form, save_all=True, append_images=frames[1:])
        assert _refused(_file(tmp_path, name, data)) == "image-moving"


def test_refuses_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    assert _refused(tmp_path / "folder.png") == "image-missing"
    assert _refused(tmp_path / "nothing.png") == "image-missing"


def test_what_is_appended_to_a_photo_is_not_taken_along(tmp_path: Path) -> None:
    """Bytes after the picture are harmless: only the pixels are used, so nothing of them can come out."""
    tail = b"<html><script>alert(1)</script></html>PK\x03\x04"
    plain = decode(_file(tmp_path, "plain.jpg", _saved(_page(), "JPEG")))
    tailed = decode(_file(tmp_path, "tailed.jpg", _saved(_page(), "JPEG") + tail))
    assert isinstance(plain, list)
    assert isinstance(tailed, list)
    assert tailed[0].tobytes() == plain[0].tobytes()
    assert b"script" not in web_copy(tailed[0], 100)


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Maker of phones"
    exif.get_ifd(0x8825)[2] = (26.0, 55.0, 0.0)
    return exif


@pytest.mark.parametrize(("name", "form"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.tif", "TIFF"), ("a.webp", "WEBP")])
def test_the_orientation_is_applied_and_all_metadata_dropped(tmp_path: Path, name: str, form: str) -> None:
    path = _file(tmp_path, name, _saved(_page(), form, exif=_exif(6)))
    pages = decode(path)
    assert isinstance(pages, list)
    page = pages[0]
    assert page.size == (80, 120)  # 6: to be turned by 90 degrees clockwise
    assert _shade(page, 70, 20) < 60
    assert _shade(page, 10, 20) > 200
    assert not page.info
    assert not page.getexif()
    found = examined(path, tmp_path / "cache")
    assert isinstance(found, Probe)
    assert (found.width, found.height) == (80, 120)
    assert b"Maker" not in web_copy(page, 80)


def test_damaged_exif_is_refused_with_a_remedy(tmp_path: Path) -> None:
    good = _saved(_page(), "JPEG", exif=_exif(6))
    start = good.index(b"Exif\0\0") + 6
    for bad in (b"MM\0*\xff\xff\xff\xff", b"garbage!", b"MM\0*\0\0\0\x08\xff\xff\x01\x12"):
        path = _file(tmp_path, "exif.jpg", good[:start] + bad + good[start + len(bad) :])
        assert _refused(path) == "image-exif"


def test_transparent_becomes_white_and_odd_modes_become_grey_or_rgb(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    deep = Image.new("I;16", (20, 20), 40_000)
    ink = Image.new("CMYK", (20, 20), (0, 0, 0, 255))
    cases = [
        ("clear.png", clear, "PNG", "RGB", 255),
        ("deep.png", deep, "PNG", "L", 155),
        ("ink.jpg", ink, "JPEG", "RGB", 0),
    ]
    for name, image, form, mode, shade in cases:
        pages = decode(_file(tmp_path, name, _saved(image, form)))
        assert isinstance(pages, list)
        assert pages[0].mode == mode
        assert abs(_shade(pages[0], 5, 5) - shade) <= 2
    bits = decode(_file(tmp_path, "bits.png", _saved(_page(mode="1"), "PNG")))
    assert isinstance(bits, list)
    assert bits[0].mode == "L"


def _pdf(*sizes: tuple[int, int], path: Path) -> Path:
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height)
    document.save(path)
    return path


def test_pdf_pages_are_rendered_within_bounds(tmp_path: Path) -> None:
    path = _pdf((595, 842), (842, 595), path=tmp_path / "two.pdf")
    pages = decode(path)
    assert isinstance(pages, list)
    assert [p.size for p in pages] == [(2480, 3509), (3509, 2480)]
    found = examined(path, tmp_path / "cache")
    assert isinstance(found, Probe)
    assert (found.format, found.width, found.height, found.pages) == ("PDF", 2480, 3509, 2)
    huge = decode(_pdf((14_400, 10), (14_400, 14_400), path=tmp_path / "huge.pdf"))
    assert isinstance(huge, list)
    assert all(max(p.size) <= 20_000 and p.width * p.height <= 16_100_000 for p in huge)
    assert _refused(_pdf(*[(100, 100)] * 21, path=tmp_path / "many.pdf")) == "image-pages"


def test_web_copies_are_small_plain_and_the_same_each_time() -> None:
    page = Image.effect_noise((1600, 2000), 60).convert("RGB")
    first, second = web_copy(page, 900), web_copy(page, 900)
    assert first == second
    with Image.open(io.BytesIO(first)) as copy:
        assert (copy.format, copy.size) == ("WEBP", (900, 1125))
        assert not copy.getexif()
    assert len(web_copy(_page(1600, 2000), 900)) <= 60_000
    with Image.open(io.BytesIO(web_copy(_page(), 900))) as never_enlarged:
        assert never_enlarged.size == (120, 80)


def test_a_picture_that_ends_its_process_is_refused_and_the_next_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, "page.png", _saved(_page(2000, 2000), "PNG"))
    monkeypatch.setattr("build_tools.images.confined.BOUNDS", Bounds(seconds=0.001))
    assert _refused(path) == "image-stopped"
    monkeypatch.undo()
    assert isinstance(decode(path), list)


def test_what_was_found_is_kept_and_a_damaged_answer_found_anew(tmp_path: Path) -> None:
    path, cache = _file(tmp_path, "page.png", _saved(_page(), "PNG")), tmp_path / "cache"
    found = examined(path, cache)
    [kept] = cache.iterdir()
    kept.write_text('{"holds": {"format": "PNG"}}')
    assert examined(path, cache) == found
    kept.write_text(kept.read_text().replace("120", "121"))
    assert examined(path, cache) == found, "a number was changed"
    answer = read_sealed(kept)
    assert answer
    write_sealed(kept, answer.replace(b"120", b"121"))
    again = examined(path, cache)
    assert isinstance(again, Probe)
    assert again.width == 121, "an answer in order is not looked for again"
    assert examined(path, cache, Limits(pixels=100)) != found, "other limits are another question"


def test_a_copy_in_the_same_format_has_only_its_pixels() -> None:
    data = _saved(_page(), "JPEG", exif=_exif(6), comment=b"a comment") + b"behind the end"
    made = remade(data, ".jpg")
    assert isinstance(made, Made)
    assert not any(word in made.data for word in (b"Maker", b"a comment", b"behind"))
    with Image.open(io.BytesIO(made.data)) as copy:
        assert (copy.format, copy.size) == ("JPEG", (made.width, made.height)) == ("JPEG", (80, 120))


def _pdf_bomb(levels: int) -> bytes:
    """A PDF of a few KB whose page draws ten drawings of ten drawings of ..."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
    ]
    for level in range(levels):
        below = b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + level) if level < levels - 1 else b""
        drawn = b"/X Do " * 10 if below else b"0 0 9 9 re f "
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 300 200]%s/Length %d>>stream\n" % (below, len(drawn))
        objects.append(head + drawn + b"\nendstream")
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + tail


def test_a_pdf_that_draws_for_ever_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(decode(_file(tmp_path, "two.pdf", _pdf_bomb(2))), list)
    monkeypatch.setattr("build_tools.images.confined.BOUNDS", replace(DEFAULT_BOUNDS, cpu_seconds=2))
    path = _file(tmp_path, "bomb.pdf", _pdf_bomb(12))
    assert path.stat().st_size < 5_000
    assert _refused(path) == "image-stopped"
