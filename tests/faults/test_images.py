"""Faults 1 to 13: scans that are bombs, broken, or something else than they say; and a Tesseract that fails."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.identity.test_documents import pdf
from tests.ocr import fake_tesseract
from tests.test_images import _png_bomb as png_bomb

from .banks import MARK, Built, build, copied, picture, write
from .conftest import assert_unchanged, without_desk

Make = Callable[[], bytes]


def frames(form: str, count: int = 1000) -> bytes:
    pictures = [Image.new("L", (9, 9), number % 251) for number in range(count)]
    buffer = io.BytesIO()
    pictures[0].save(buffer, form, save_all=True, append_images=pictures[1:])
    return buffer.getvalue()


def corrupt_exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = MARK
    data = picture("JPEG", exif=exif)
    start = data.index(b"Exif\0\0") + 6
    return data[:start] + b"MM\0*\xff\xff\xff\xff" + data[start + 8 :]


def text_bomb() -> bytes:
    """A PNG whose note, 300 KB as sent, is 300 MB long."""
    import struct
    import zlib

    packed = zlib.compress(b"\0" * 300_000_000, 9)
    kind, body = b"zTXt", b"Comment\0\0" + packed
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    good = picture("PNG")
    return good[:33] + chunk + good[33:]


HTML = f"<!DOCTYPE html><html><body><script>{MARK}</script></body></html>".encode()
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{MARK}</script></svg>'.encode()
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/hostname) (r) file\n"

HOSTILE: dict[str, tuple[str, str, Make]] = {
    "fault_01_100_megapixels_in_12_kb": ("bomb-100.png", "image-pixels", lambda: png_bomb(10_000, 10_000)),
    "fault_02_196_megapixels": ("bomb-196.png", "image-pixels", lambda: png_bomb(14_000, 14_000)),
    "fault_02_notes_of_300_megabytes": ("notes.png", "image-broken", text_bomb),
    "fault_03_truncated_jpeg": ("cut.jpg", "image-broken", lambda: picture("JPEG")[:-3000]),
    "fault_03_truncated_png": ("cut.png", "image-broken", lambda: picture("PNG")[:-300]),
    "fault_04_empty_png": ("empty.png", "image-empty", lambda: b""),
    "fault_05_html_named_png": ("page.png", "image-format", lambda: HTML),
    "fault_06_list_of_paths_named_png": ("list.png", "image-format", lambda: b"/etc/hostname\n/etc/passwd\n"),
    "fault_07_tiff_named_jpg": ("tiff.jpg", "image-suffix", lambda: picture("TIFF")),
    "fault_08_eps_named_jpg": ("eps.jpg", "image-format", lambda: EPS),
    "fault_08_pdf_named_jpg": ("pdf.jpg", "image-suffix", lambda: pdf(MARK)),
    "fault_08_svg_named_jpg": ("svg.jpg", "image-format", lambda: SVG),
    "fault_09_html_behind_a_jpeg": ("tail-html.jpg", "identity-metadata", lambda: picture("JPEG") + HTML),
    "fault_09_zip_behind_a_jpeg": ("tail-zip.jpg", "identity-metadata", lambda: picture("JPEG") + b"PK\3\4" + HTML),
    "fault_10_gif_of_1000_frames": ("frames.gif", "clipping-format", lambda: frames("GIF")),
    "fault_10_gif_named_png": ("frames.png", "image-format", lambda: frames("GIF", 20)),
    "fault_10_tiff_of_1000_frames": ("frames.tif", "image-pages", lambda: frames("TIFF")),
    "fault_10_moving_webp": ("frames.webp", "image-moving", lambda: frames("WEBP", 30)),
    "fault_11_strip_of_40000_pixels": ("strip.png", "image-side", lambda: png_bomb(40_000, 20)),
    "fault_12_corrupt_exif": ("exif.jpg", "image-exif", corrupt_exif),
}


def path_of(name: str) -> str:
    return f"clippings/2020/{MARK}-{name.replace('.', '-')}{Path(name).suffix}"


@pytest.fixture(scope="module")
def built(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    scans = {path_of(name): make() for name, _code, make in HOSTILE.values()}
    about = {str(Path(path).with_suffix(".yml")): f"title: {MARK}\nlanguage: en\n".encode() for path in scans}
    guide = "---\ntitle: {m}\nsummary: S.\nsources: [A note]\nlicence: CC-BY-4.0\nadded: 2026-01-01\nsteps:\n"
    guide += "  - {{title: {m}, text: Look., outcome: You know.}}\n---\n\n![A well](cut-in-a-text.jpg)\n"
    shown = {
        f"content/guides/{MARK}.md": guide.format(m=MARK).encode(),
        "content/guides/cut-in-a-text.jpg": picture("JPEG")[:-3000],
    }
    root = copied(baseline.root, tmp_path_factory.mktemp("images") / "bank")
    write(root, {**scans, **about, **shown})
    return build(root)


@pytest.mark.parametrize(("name", "code"), [row[:2] for row in HOSTILE.values()], ids=list(HOSTILE))
def test_it_is_named_with_a_remedy(built: Built, name: str, code: str) -> None:
    remarks = built.remarks[path_of(name)]
    assert code in [remark.code for remark in remarks], built.said
    assert all(remark.message and remark.hint for remark in remarks)


def test_fault_03_in_a_text_is_named_with_a_remedy(built: Built) -> None:
    [remark] = built.remarks["content/guides/cut-in-a-text.jpg"]
    assert remark.code == "image-broken"
    assert remark.hint


def test_faults_01_to_12_leave_the_site_as_it_is(built: Built, baseline: Built) -> None:
    built.assert_bounded()
    assert_unchanged(built, baseline)


# --- 13 --------------------------------------------------------------------------------------------------

FAILING = {
    "sleeps": (fake_tesseract.SLEEPS, "ocr-timeout"),
    "kills-itself": (fake_tesseract.KILLS_ITSELF, "ocr-crashed"),
    "kills-the-reader": (fake_tesseract.KILLS_WORKER, "ocr-killed"),
    "bad-utf8": (fake_tesseract.BAD_UTF8, "ocr-garbled"),
    "well": (fake_tesseract.WELL, None),
}


def read_by(program: Callable[[str], str], baseline: Built, folder: Path) -> Built:
    """The bank with scans that are in order, built with a program on PATH in Tesseract's place."""
    root = copied(baseline.root, folder / "bank")
    write(root, {f"clippings/2020/{n}.png": picture("PNG", (width, 60)) for n, (width, _) in FAILING.items()})
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "    ocr: {seconds: 4, jobs: 1}\n", "utf-8")
    place = fake_tesseract.install(folder / "bin")
    tesseract = place / "tesseract"
    tesseract.write_text(program(tesseract.read_text("utf-8")), "utf-8")
    return build(root, path=f"{place}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module")
def read_badly(baseline: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return read_by(lambda text: text, baseline, tmp_path_factory.mktemp("badly"))


@pytest.mark.parametrize("name", FAILING, ids=[f"fault_13_{name}" for name in FAILING])
def test_what_tesseract_does_costs_its_scan_the_reading_and_no_more(read_badly: Built, name: str) -> None:
    assert read_badly.code == 0, read_badly.said
    read_badly.assert_bounded()
    _width, code = FAILING[name]
    unread = read_badly.unread.get(f"clippings/2020/{name}.png")
    assert (unread.code if unread else None) == code, read_badly.said
    assert unread is None or (unread.message and unread.hint)
    (read_badly.root / "site" / f"clippings/{name}.html").read_text("utf-8")  # raises where a byte is no UTF-8


def test_fault_13_leaves_all_other_pages_as_they_are(
    read_badly: Built, baseline: Built, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As with a program that reads every scan well; what is not compared is the text of those scans."""
    read_well = read_by(lambda text: text.replace("width ==", "-1 =="), baseline, tmp_path_factory.mktemp("well"))
    assert read_well.unread == {}
    own = {f"clippings/{name}.html" for name, (_width, code) in FAILING.items() if code}
    pages = {page for page in without_desk(read_well.site) if page.endswith(".html")} - own
    assert len(pages) > 30
    assert {page: read_badly.site.get(page) for page in pages} == {page: read_well.site[page] for page in pages}
