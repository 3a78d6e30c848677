"""Rules between columns and the strokes of a marker go; letters, pictures and boxes stay."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from build_tools.ocr.marks import strokes, without_rules, without_strokes
from build_tools.ocr.pixels import Grey
from tests.ocr.drawn import font, typeset

EM = 24
Colour = tuple[int, int, int]
YELLOW, PINK, GREEN = (255, 240, 60), (255, 130, 200), (140, 255, 120)


# --- Rules -----------------------------------------------------------------------------------------------


def _white(width: int = 300, height: int = 400) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("L", (width, height), 255)
    return page, ImageDraw.Draw(page)


def _cleared(page: Image.Image) -> Grey:
    return without_rules(np.asarray(page), EM)


def _left(page: Grey) -> int:
    """How many pixels are darker than paper; a rule may leave the two of one of its ends."""
    return int((page < 230).sum())


@pytest.mark.parametrize("lean", [0, 3, 12])
def test_the_rule_between_columns_goes_even_when_it_leans(lean: int) -> None:
    page, draw = _white()
    draw.line((150, 40, 150 + lean, 360), fill=120, width=2)
    assert _left(_cleared(page)) <= 4


def test_a_rule_of_pieces_goes() -> None:
    page, draw = _white()
    for y in range(20, 380, 40):
        draw.line((150, y, 150, y + 31), fill=60, width=2)
    assert _left(_cleared(page)) <= 4


def test_letters_beside_a_rule_stay() -> None:
    page, draw = _white()
    draw.line((150, 40, 150, 360), fill=120, width=2)
    for y in range(40, 360, 30):
        draw.rectangle((100, y, 103, y + 16), fill=20)
    clean = _cleared(page)
    assert _left(clean[:, 140:160]) <= 4
    assert np.array_equal(clean[:, 90:110], np.asarray(page)[:, 90:110])


def test_a_page_of_text_stays_as_it_is() -> None:
    page = np.asarray(typeset(size=EM).point(lambda v: 255 if v > 200 else v))
    assert np.array_equal(without_rules(page, EM), page)


@pytest.mark.parametrize(
    "box",
    [(200, 60, 280, 340), (140, 40, 153, 360), (100, 40, 103, 120), (60, 40, 240, 42)],
    ids=["a picture", "a bar", "a stroke as high as three letters", "a rule that lies"],
)
def test_what_is_no_rule_between_columns_stays(box: tuple[int, int, int, int]) -> None:
    page, draw = _white()
    draw.rectangle(box, fill=20)
    assert np.array_equal(_cleared(page), np.asarray(page))


# --- Strokes of a marker ---------------------------------------------------------------------------------


def _marked(ink: Colour, paper: Colour = (250, 250, 250)) -> Image.Image:
    """A line of print at (30, 40) on paper, its first half gone over with ink; print lies upon the ink."""
    page = Image.new("RGB", (600, 140), paper)
    draw = ImageDraw.Draw(page)
    draw.line((20, 56, 300, 56), fill=ink, width=16)
    draw.text((30, 40), "words under ink and words that nobody marked", fill=(20, 20, 20), font=font(EM))
    return page


@pytest.mark.parametrize("ink", [YELLOW, PINK, GREEN])
def test_a_stroke_is_found_and_nothing_beside_it(ink: Colour) -> None:
    found = strokes(_marked(ink), EM) > 0
    assert found[49:63, 22:298].all()
    assert not found[:, 320:].any()
    assert not found[:30].any()


@pytest.mark.parametrize("ink", [YELLOW, PINK, GREEN])
def test_the_ink_goes_and_the_print_under_it_stays(ink: Colour) -> None:
    page, plain = _marked(ink), _marked((250, 250, 250)).convert("L")
    clean = without_strokes(page, strokes(page, EM), EM)
    under, want = clean[49:63, 30:290], np.asarray(plain)[49:63, 30:290]
    assert np.percentile(under[want > 240], 5) > 240
    assert np.median(under[want < 40]) < 60
    assert np.array_equal(clean[:, 330:], np.asarray(page.convert("L"))[:, 330:])


def test_tinted_paper_is_no_ink() -> None:
    page = Image.new("RGB", (600, 300), (240, 220, 170))
    ImageDraw.Draw(page).text((30, 40), "printed on a tint", fill=(60, 40, 20), font=font(EM))
    assert not strokes(page, EM).any()


def test_ink_is_found_on_tinted_paper_too() -> None:
    assert strokes(_marked((225, 195, 60), paper=(240, 220, 170)), EM)[49:63, 22:298].all()


@pytest.mark.parametrize(
    ("box", "colour"),
    [((40, 40, 400, 120), YELLOW), ((40, 40, 100, 60), PINK), ((40, 40, 400, 52), (150, 20, 20))],
    ids=["a box in a light colour", "a thing as small as letters", "print in a dark colour"],
)
def test_what_is_printed_in_colour_is_no_stroke(box: tuple[int, int, int, int], colour: Colour) -> None:
    page = Image.new("RGB", (600, 300), (250, 250, 250))
    ImageDraw.Draw(page).rectangle(box, fill=colour)
    assert not strokes(page, EM).any()


def test_a_grey_page_has_no_strokes_and_stays_as_it_is() -> None:
    page = typeset()
    where = strokes(page, EM)
    assert where.shape == (page.height, page.width)
    assert not where.any()
    assert np.array_equal(without_strokes(page, where, EM), np.asarray(page))
