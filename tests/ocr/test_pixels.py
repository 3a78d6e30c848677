"""What is measured on a page's pixels: where the ink is, and how large the type."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from build_tools.ocr import pixels
from tests.ocr.drawn import PAPER, SENTENCES, typeset

USUAL = 18.0


def test_grey_leaves_grey_pages_alone_and_weighs_colours() -> None:
    page = Image.new("L", (4, 3), 7)
    assert pixels.grey(page).tolist() == [[7] * 4] * 3
    assert pixels.grey(Image.new("RGB", (2, 1), (255, 0, 0))).tolist() == [[76, 76]]


def test_an_image_goes_to_the_engine_unpacked() -> None:
    made = pixels.image(np.array([[0, 128, 255]], np.uint8))
    buffer = io.BytesIO()
    made.save(buffer, made.format)
    assert buffer.getvalue() == b"P5\n3 1\n255\n\x00\x80\xff"


def test_ink_is_what_is_darker_than_the_paper_around_it() -> None:
    paper = np.tile(np.linspace(120, 240, 400).astype(np.uint8), (300, 1))
    page = paper.copy()
    page[100:110, 20:24] = paper[100:110, 20:24] - 60  # dark print where it is dark
    page[100:110, 370:374] = paper[100:110, 370:374] - 60  # and in the light as dark as the paper there is
    found = pixels.ink(page) > 0
    assert found[100:110, 20:24].all()
    assert found[100:110, 370:374].all()
    assert not found[200:].any()


@pytest.mark.parametrize("size", [12, 18, 24, 36, 48, 90])
def test_the_size_of_latin_type_is_found(size: int) -> None:
    assert pixels.type_size(pixels.ink(pixels.grey(typeset(size=size)))) == pytest.approx(size, rel=0.1)


def test_most_of_the_page_decides_and_not_its_headline() -> None:
    page = typeset(size=20)
    both = Image.new("L", (page.width, page.height + 100), PAPER)
    both.paste(page, (0, 100))
    both.paste(typeset(["Wells are"], size=60, margin=10).crop((0, 0, page.width, 90)), (0, 0))
    assert pixels.type_size(pixels.ink(pixels.grey(both))) == pytest.approx(20, rel=0.1)


def test_words_hung_from_a_bar_are_as_high_as_their_type() -> None:
    page = Image.new("L", (600, 500), PAPER)
    draw = ImageDraw.Draw(page)
    for x in range(20, 560, 90):
        for y in range(20, 460, 60):
            draw.line((x, y, x + 70, y), fill=20, width=4)
            for stem in range(x + 6, x + 70, 14):
                draw.line((stem, y, stem, y + 29), fill=20, width=4)
    assert pixels.type_size(pixels.ink(pixels.grey(page))) == pytest.approx(31, abs=2)


@pytest.mark.parametrize("lines", [("",), ("Few words",), ("I l I l I l " * 6,)])
def test_a_page_with_hardly_any_letters_has_the_usual_size(lines: tuple[str, ...]) -> None:
    """Upright strokes alone are no letters: rules and folds look like them."""
    assert pixels.type_size(pixels.ink(pixels.grey(typeset(lines, size=40)))) == USUAL


def test_dust_is_no_type() -> None:
    page = np.full((400, 400), PAPER, np.uint8)
    random = np.random.default_rng(3)
    for x, y in random.integers(0, 398, (900, 2)):
        page[y : y + 2, x : x + 2] = 20
    assert pixels.type_size(pixels.ink(page)) == USUAL
    assert pixels.type_size(pixels.ink(pixels.grey(typeset(SENTENCES, size=30)))) != USUAL
