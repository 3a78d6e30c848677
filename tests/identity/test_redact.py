"""Boxes burned into a picture, and when the picture is left as it was."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from build_tools import cli
from build_tools.identity import traces
from build_tools.identity.redact import Box, Redacted, Refused, Word, redact


@dataclass(frozen=True)
class Read:
    """A word of a pretended reading."""

    text: str
    box: Box


PAGE = (Read("Zubaida", (20, 20, 120, 30)), Read("works", (160, 20, 80, 30)), Read("Zubaida", (20, 90, 120, 30)))


class Reader:
    """Reads what lies on white paper: a word whose place was blackened is gone."""

    def __init__(self, *words: Read, also: Sequence[Read] = ()) -> None:
        self.words, self.also, self.times = words, also, 0

    def __call__(self, data: bytes, suffix: str) -> Sequence[Word] | str:
        self.times += 1
        picture = Image.open(io.BytesIO(data)).convert("L")
        seen = [w for w in self.words if picture.getpixel((w.box[0] + w.box[2] // 2, w.box[1] + 5)) != 0]
        return [*seen, *(self.also if self.times > 1 else ())]


@pytest.fixture(params=[".jpg", ".png", ".webp", ".tif"])
def scan(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    file = tmp_path / f"scan{request.param}"
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (400, 200), "white").save(file, exif=exif)
    assert traces(file.read_bytes())
    return file


def test_a_box_is_opaque_and_nothing_stands_beside_the_pixels(scan: Path) -> None:
    assert redact(scan, [(20, 20, 120, 30)], [], Reader(PAGE[0], PAGE[1])) == Redacted(1)
    picture = Image.open(scan).convert("RGB")
    assert all(max(map(int, picture.getpixel(at))) < 12 for at in ((24, 24), (100, 35), (136, 46)))  # type: ignore[arg-type]
    assert min(map(int, picture.getpixel((200, 150)))) > 240  # type: ignore[arg-type]
    assert traces(scan.read_bytes()) == []
    assert [file.name for file in scan.parent.iterdir()] == [scan.name]


def test_without_boxes_only_the_data_go(scan: Path) -> None:
    assert redact(scan, [], [], Reader()) == Redacted(0)
    assert traces(scan.read_bytes()) == []
    assert Image.open(scan).size == (400, 200)


def test_all_places_of_a_word(scan: Path) -> None:
    assert redact(scan, [], ["zubaida"], Reader(*PAGE)) == Redacted(2)


@pytest.mark.parametrize(
    ("boxes", "words", "reader"),
    [
        ([(20, 20, 120, 30)], [], Reader(*PAGE)),  # it stands in a second place
        ([(20, 20, 120, 30)], [], Reader(*PAGE[:2], also=[Read("baida", (60, 20, 80, 30))])),  # half of it shows
        ([], ["Zubaida"], Reader(*PAGE[:2], also=[Read("Zubada", (20, 20, 120, 30))])),  # it shimmers through
        ([], ["Nobody"], Reader(*PAGE)),
        ([(390, 190, -5, 5)], [], Reader(*PAGE)),
        ([(500, 20, 10, 10)], [], Reader(*PAGE)),
    ],
)
def test_the_file_is_left_as_it_was(scan: Path, boxes: list[Box], words: list[str], reader: Reader) -> None:
    before = scan.read_bytes()
    found = redact(scan, boxes, words, reader)
    assert isinstance(found, Refused)
    assert found.hint
    assert "baida" not in found.message + found.hint
    assert scan.read_bytes() == before
    assert [file.name for file in scan.parent.iterdir()] == [scan.name]


def test_what_cannot_be_read_is_left_as_it_was(scan: Path) -> None:
    before = scan.read_bytes()
    assert isinstance(redact(scan, [(1, 1, 5, 5)], [], lambda data, suffix: "no engine"), Refused)
    assert scan.read_bytes() == before


def test_what_is_no_picture_of_one_page(tmp_path: Path) -> None:
    document, text, pages = tmp_path / "x.pdf", tmp_path / "x.png", tmp_path / "x.tif"
    document.write_bytes(b"%PDF-1.4")
    text.write_bytes(b"words")
    Image.new("L", (9, 9)).save(pages, save_all=True, append_images=[Image.new("L", (9, 9))])
    for file in (document, text, pages):
        assert isinstance(redact(file, [], [], Reader()), Refused)


def test_the_command_with_the_real_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which("tesseract"):
        pytest.skip("needs Tesseract")
    file = tmp_path / "scan.png"
    page = Image.new("L", (1000, 300), 255)
    font = ImageFont.load_default(48)
    for at, row in enumerate(("The girl Zubaida worked here.", "Later Zubaida went to school.")):
        ImageDraw.Draw(page).text((40, 40 + 100 * at), row, fill=0, font=font)
    page.save(file)
    before = file.read_bytes()
    common = ["redact", str(file), "--language", "eng"]
    _left, top, right, bottom = ImageDraw.Draw(page).textbbox((40, 40), "The girl Zubaida ", font=font)
    start = ImageDraw.Draw(page).textlength("The girl ", font=font)
    box = f"{40 + int(start)},{int(top) - 4},{int(right - 40 - start)},{int(bottom - top) + 8}"
    assert cli.main([*common, "--box", box]) == 1
    assert file.read_bytes() == before
    said = capsys.readouterr()
    assert "can still be read" in said.err
    assert "Zubaida" not in said.err.replace(str(file), "")
    assert cli.main([*common, "--words", "Zubaida"]) == 0
    assert file.read_bytes() != before
    assert cli.main(["read", str(file), "--language", "eng"]) == 0
    read = capsys.readouterr().out
    assert "school" in read
    assert "baida" not in read


@pytest.mark.parametrize("box", ["1,2,3", "a,b,c,d", "1 2 3 4"])
def test_a_box_that_is_none(box: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["redact", str(tmp_path / "x.png"), "--box", box])
    assert stopped.value.code == 2
