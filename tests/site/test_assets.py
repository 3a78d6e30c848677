"""Files that go with the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from build_tools.catalogue import Entry
from build_tools.markdown import parse
from build_tools.model import CaseStudy, Clipping, SourceRef
from build_tools.pages.writer import Copy
from build_tools.site import assets
from build_tools.sources.draft import ScanInfo


def study(body: str) -> Entry:
    record = CaseStudy(id="a", title="A")
    return Entry(record, SourceRef("content/case-studies/a.md"), parse(body))


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("files/form.pdf", "files/case-studies/files/form.pdf"),
        ("../toolkits/form.pdf", "files/toolkits/form.pdf"),
        ("../../mkdocs.yml", None),  # no kind of file that is handed on
        ("../../../secret.pdf", None),  # outside of the bank
        ("files/page.html", None),  # a browser would run it
        ("files/drawing.svg", None),
        ("files/missing.pdf", None),
    ],
)
def test_soft_copies(tmp_path: Path, name: str, published: str | None) -> None:
    bank = tmp_path / "bank"
    for path in ("case-studies/files/form.pdf", "toolkits/form.pdf", "case-studies/files/page.html"):
        (bank / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (bank / "content" / path).write_text("x")
    (bank / "content/case-studies/files/drawing.svg").write_text("x")
    (tmp_path / "secret.pdf").write_text("secret")
    (bank / "mkdocs.yml").write_text("x")
    gathered = assets.gather(bank, [study(f"[form]({name})")], tmp_path / "cache")
    assert list(gathered.files) == ([published] if published else [])


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "bank/content/case-studies"
    folder.mkdir(parents=True)
    (tmp_path / "secret.pdf").write_text("secret")
    (folder / "form.pdf").symlink_to(tmp_path / "secret.pdf")
    assert assets.gather(tmp_path / "bank", [study("[form](form.pdf)")], tmp_path / "cache").files == {}


def clipping(root: Path, width: int = 1400) -> Entry:
    scan = root / "clippings/a.png"
    scan.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    Image.new("L", (width, 700), 200).save(scan, exif=exif)
    record = Clipping(id="a", title="A", scan="clippings/a.png")
    return Entry(record, SourceRef("clippings/a.png"), scan=ScanInfo("clippings/a.png", width, 700, 1, 1, "PNG"))


def test_a_scan_is_published_in_two_widths_and_in_full_without_its_metadata(tmp_path: Path) -> None:
    gathered = assets.gather(tmp_path, [clipping(tmp_path)], tmp_path / "cache")
    assert gathered.scans["a"] == (
        Copy("scans/a.640.webp", 640, 320),
        Copy("scans/a.1280.webp", 1280, 640),
    )
    formats = {"scans/a.640.webp": "WEBP", "scans/a.1280.webp": "WEBP", "scans/a.jpg": "JPEG"}
    assert set(gathered.files) == set(formats)
    for path, name in formats.items():
        with Image.open(gathered.files[path]) as image:
            assert image.format == name
            assert not image.getexif()
            assert "comment" not in image.info
    with Image.open(gathered.files["scans/a.jpg"]) as image:
        assert image.size == (1400, 700)


def test_a_narrow_scan_has_one_width(tmp_path: Path) -> None:
    gathered = assets.gather(tmp_path, [clipping(tmp_path, 500)], tmp_path / "cache")
    assert gathered.scans["a"] == (Copy("scans/a.640.webp", 500, 700),)


def test_a_broken_copy_in_the_cache_is_made_again(tmp_path: Path) -> None:
    entry = clipping(tmp_path)
    copy = assets.gather(tmp_path, [entry], tmp_path / "cache").files["scans/a.640.webp"]
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    assets.gather(tmp_path, [entry], tmp_path / "cache")
    assert copy.read_bytes() == whole
