"""The bank's specimen clippings: what they say of themselves, and how well they are read."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from PIL import Image

from build_tools.images import decode
from build_tools.model import Clipping, Reading, Signed
from build_tools.ocr import OcrSettings, Unread, probe, read_scans
from tests.ocr.specimen_texts import ENGLISH, HINDI, SPECIMENS, Specimen
from tests.specimens import (
    ADDED,
    EDITORS,
    MAX_BYTES,
    PROVENANCE,
    as_jpeg,
    fonts_present,
    make,
    metadata,
    strip_text,
    transcription,
    true_text,
    typeface,
    wrap,
)

CLIPPINGS = Path(__file__).parent.parent / "clippings"
with_fonts = pytest.mark.skipif(not fonts_present(), reason="the fonts of the specimens are not installed")
with_tesseract = pytest.mark.skipif(
    isinstance(probe(("eng", "hin")), Unread), reason="Tesseract with eng and hin is not installed"
)
each = pytest.mark.parametrize("spec", SPECIMENS, ids=lambda spec: spec.id)


def _scan(spec: Specimen) -> Path:
    return CLIPPINGS / spec.date[:4] / f"{spec.id}.jpg"


def test_ten_are_english_and_six_hindi_and_each_has_its_own_id() -> None:
    assert (len(ENGLISH), len(HINDI)) == (10, 6)
    assert len({spec.id for spec in SPECIMENS}) == 16
    assert sum(spec.themes is not None for spec in SPECIMENS) == 8
    assert sum(spec.transcribed for spec in SPECIMENS) == 4


@each
def test_the_text_has_the_length_of_a_report_and_names_its_sources(spec: Specimen) -> None:
    assert 120 <= sum(len(paragraph.split()) for paragraph in spec.paragraphs) <= 260
    assert all(source.get("note") for source in spec.sources)
    script = re.findall(r"[\u0900-\u097f]", transcription(spec))
    assert bool(script) == (spec.language == "hi")


@each
def test_the_scan_is_light_and_can_be_decoded(spec: Specimen) -> None:
    assert _scan(spec).stat().st_size <= MAX_BYTES
    pages = decode(_scan(spec))
    assert isinstance(pages, list)
    assert 900 <= pages[0].width <= 1400


@each
def test_what_the_bank_says_of_it_is_what_it_is(spec: Specimen) -> None:
    known = yaml.safe_load(_scan(spec).with_suffix(".yml").read_text(encoding="utf-8"))
    assert known == metadata(spec)
    clipping = Clipping.model_validate({**known, "id": spec.id})
    assert clipping.specimen
    assert clipping.provenance == PROVENANCE
    assert clipping.sources
    typed = _scan(spec).with_suffix(".txt")
    assert typed.exists() == spec.transcribed
    if spec.transcribed:
        assert typed.read_text(encoding="utf-8") == transcription(spec)
        assert clipping.transcribed == Signed(by=EDITORS, date=ADDED)


@each
def test_the_strip_says_that_it_is_no_real_newspaper(spec: Specimen) -> None:
    assert ("not a real newspaper" if spec.language == "en" else "असली अखबार नहीं") in strip_text(spec)
    assert spec.date[:4] in strip_text(spec)


@with_fonts
def test_the_same_seed_gives_the_same_bytes() -> None:
    spec = HINDI[0]
    (first, text), (again, _), (other, _) = make(spec, 5), make(spec, 5), make(spec, 6)
    assert as_jpeg(first) == as_jpeg(again)
    assert as_jpeg(first) != as_jpeg(other)
    assert text == true_text(spec)
    assert isinstance(first, Image.Image)


@with_fonts
def test_long_words_are_divided_only_where_they_may_be() -> None:
    lines = wrap("a rehabilitation programme", typeface("en", "body", 20), 110, hyphenate=True)
    assert " ".join(" ".join(line.words) for line in lines).replace("- ", "") == "a rehabilitation programme"
    assert any(line.words[-1].endswith("-") for line in lines)
    assert all(len(line.words) == 1 or not line.words[0].endswith("-") for line in lines)


# --- Reading them ----------------------------------------------------------------------------------------


def recall(truth: str, read: str) -> float:
    """Which part of the words of ``truth`` was read, each as often as it stands there."""
    wanted, found = (Counter(re.findall(r"[\w\u0900-\u097f]+", text)) for text in (truth, read))
    return (wanted & found).total() / wanted.total()


@with_tesseract
@pytest.mark.parametrize(
    ("name", "least", "languages", "phrases"),
    [
        (
            "specimen-jaipur-convictions",
            0.9,
            ("eng",),
            ("Friday, 20 November 2026", "chosen neighbourhoods since 2018. The partner", "13 convictions by 2022"),
        ),
        ("specimen-hi-makan-malik", 0.85, ("hin",), ("20 नवंबर 2026", "मकान मालिक अब लिखकर शपथ", "जो 2018 से")),
    ],
)
def test_a_specimen_is_read(
    tmp_path: Path, name: str, least: float, languages: tuple[str, ...], phrases: tuple[str, ...]
) -> None:
    (spec,) = (spec for spec in SPECIMENS if spec.id == name)
    reading = read_scans([_scan(spec)], tmp_path, OcrSettings(jobs=1))[_scan(spec)]
    assert isinstance(reading, Reading)
    assert recall(true_text(spec), reading.text) >= least
    assert reading.languages == languages
    assert set(languages) <= set(reading.models)
    running = " ".join(reading.text.split())
    assert [phrase for phrase in phrases if phrase not in running] == []
    (size,) = reading.pages
    assert all(
        word.box[0] + word.box[2] <= size[0] + 2 and word.box[1] + word.box[3] <= size[1] + 2 for word in reading.words
    )
    assert recall(true_text(spec), "nothing of the kind") < 0.1


@with_tesseract
def test_a_clipping_on_its_side_is_read_and_its_words_stay_where_they_are(tmp_path: Path) -> None:
    spec = ENGLISH[2]
    scan = tmp_path / "side.png"
    with Image.open(_scan(spec)) as upright:
        height = upright.height
        upright.convert("L").transpose(Image.Transpose.ROTATE_90).save(scan)
    reading = read_scans([scan], tmp_path / "cache", OcrSettings(jobs=1))[scan]
    assert isinstance(reading, Reading)
    assert recall(true_text(spec), reading.text) >= 0.9
    headline = next(word for word in reading.words if word.text == "portal")
    left, top, width, tall = headline.box
    assert tall > width  # the word stands upright in the scan as stored
    assert left < height // 2  # its top of page is the scan's left side
    assert top > 0
