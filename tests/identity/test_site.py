"""The last look at a built folder."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from build_tools.identity import Kind, public, scan_folder
from build_tools.model import Reading, Word
from build_tools.ocr import to_alto, to_json

from . import made

NUMBER = made.mobile(Random(1))
CARD = made.aadhaar(Random(2))


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("a.html", f"<p>Ring {NUMBER}</p>", Kind.MOBILE),
        ("a.html", f"<p>Ring {NUMBER[:5]}<b>{NUMBER[5:]}</b></p>", Kind.MOBILE),
        ("a.html", f"<p>Ring &#{ord(NUMBER[0])};{NUMBER[1:]}</p>", Kind.MOBILE),
        ("a.html", f'<img src="x.webp" alt="Ring {NUMBER}">', Kind.MOBILE),
        ("a.html", '<a href="mailto:somebody@gmail.com">Write</a>', Kind.EMAIL),
        ("a.html", f"<script>var x = 'Ring {NUMBER}'</script>", Kind.MOBILE),
        ("a.html", f"<!-- {made.devanagari(CARD)} -->", Kind.AADHAAR),
        ("feed.xml", f"<title>Ring {NUMBER}</title>", Kind.MOBILE),
        ("search/a.js", f'kb("Ring {NUMBER}")', Kind.MOBILE),
        ("search/a.json", '{"t": "' + "".join(f"\\u{ord(c):04x}" for c in NUMBER) + '"}', Kind.MOBILE),
        ("files/a.csv", f"name,number\nA,{NUMBER}\n", Kind.MOBILE),
        ("files/a.txt", f"Card {CARD[:4]} {CARD[4:8]} {CARD[8:]}\n", Kind.AADHAAR),
        ("files/a.bib", f"note = {{{NUMBER}}}", Kind.MOBILE),
        (f"clippings/{NUMBER}.html", "", Kind.MOBILE),
    ],
)
def test_what_is_found(tmp_path: Path, path: str, text: str, kind: Kind) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    assert scan_folder(tmp_path) == {path: [kind]}


def test_a_number_in_pieces_in_the_words_of_a_scan(tmp_path: Path) -> None:
    """ALTO has an element for each word, and often a number stands in two; JSON has the text as a whole as well."""
    words = (Word("Ring", (0, 0, 9, 9), 90, 0), Word(NUMBER[:5], (10, 0, 9, 9), 90, 0))
    last = Word(NUMBER[5:], (20, 0, 9, 9), 90, 0)
    text = f"Ring {NUMBER[:5]} {NUMBER[5:]}"
    reading = Reading(text, (*words, last), ("eng",), "none", "1", {"eng": "ab"}, ((99, 99),))
    harmless = replace(reading, text="Ring", words=words, models={"eng": "0123456789abcdef"})
    (tmp_path / "a.alto.xml").write_text(to_alto(reading), "utf-8")
    (tmp_path / "a.json").write_text(to_json(reading), "utf-8")
    (tmp_path / "b.alto.xml").write_text(to_alto(harmless), "utf-8")
    (tmp_path / "b.json").write_text(to_json(harmless), "utf-8")
    assert scan_folder(tmp_path) == {"a.alto.xml": [Kind.MOBILE], "a.json": [Kind.MOBILE]}


def test_data_beside_the_pixels_of_a_picture(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    buffer = io.BytesIO()
    Image.new("RGB", (9, 9)).save(buffer, "WEBP", exif=exif)
    (tmp_path / "a.webp").write_bytes(buffer.getvalue())
    Image.new("RGB", (9, 9)).save(tmp_path / "b.webp")
    assert scan_folder(tmp_path) == {"a.webp": [Kind.METADATA]}


def test_figures_of_scripts_and_what_is_public_are_let_through(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(f"kb([{NUMBER}, 0x{NUMBER}])", "utf-8")
    (tmp_path / "b.html").write_text(f"<p>{NUMBER}</p><p>1098</p><td>{NUMBER[:5]}</td><td>12345</td>", "utf-8")
    (tmp_path / "c.bin").write_bytes(NUMBER.encode())
    assert scan_folder(tmp_path, public([NUMBER], [])) == {}


def test_many_cores_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(9):
        (tmp_path / f"{n}.txt").write_text(f"Ring {NUMBER}" if n % 4 == 0 else "Rain came.")
    one = scan_folder(tmp_path)
    monkeypatch.setattr("build_tools.identity.site.PARALLEL_FROM", 1)
    monkeypatch.setattr("build_tools.identity.site.SLICE", 2)
    assert scan_folder(tmp_path) == one
    assert list(one) == ["0.txt", "4.txt", "8.txt"]
