"""Light letters on a dark ground become dark letters on a light one; nothing else is turned about."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from build_tools.ocr.pixels import Grey
from build_tools.ocr.strips import strips, turned_about
from tests.ocr.drawn import font

EM = 24
WHITE = 245
STRIP = (slice(60, 100), slice(40, 560))


def _page(ground: int = 30, letters: int = WHITE) -> Image.Image:
    """A strip of 520 by 40 pixels with words in it, on white paper."""
    page = Image.new("L", (600, 300), WHITE)
    draw = ImageDraw.Draw(page)
    draw.rectangle((40, 60, 559, 99), fill=ground)
    draw.text((60, 66), "Monday, 3 March", fill=letters, font=font(EM))
    return page


def _pixels(page: Image.Image) -> Grey:
    return np.asarray(page)


@pytest.mark.parametrize("ground", [0, 80, 140])
def test_a_strip_is_found_with_its_letters(ground: int) -> None:
    found = strips(_pixels(_page(ground)), EM) > 0
    assert found[STRIP].mean() > 0.97
    assert found.sum() == found[50:110, 30:570].sum()


def test_its_letters_become_dark_on_light() -> None:
    page = _pixels(_page())
    about = turned_about(page, EM)[STRIP]
    letters = page[STRIP] > 200
    inside = (slice(6, -6), slice(6, -6))
    assert about[inside][letters[inside]].max() < 60
    assert about[inside][page[STRIP][inside] < 50].min() > 200


def test_its_soft_edge_becomes_paper_and_all_around_stays() -> None:
    page = _pixels(_page().filter(ImageFilter.GaussianBlur(1)))
    about = turned_about(page, EM)
    assert about[56:104, 300].min() > 200
    assert np.array_equal(about[120:], page[120:])


def test_a_page_without_strips_is_left_alone() -> None:
    page = np.full((200, 300), WHITE, np.uint8)
    assert turned_about(page, EM) is page


def test_large_black_letters_are_no_strip() -> None:
    page = Image.new("L", (900, 220), WHITE)
    ImageDraw.Draw(page).text((20, 20), "HEADLINE", fill=0, font=font(150))
    assert not strips(_pixels(page), EM).any()


def test_words_hung_from_a_heavy_bar_are_no_strip() -> None:
    page = Image.new("L", (600, 200), WHITE)
    draw = ImageDraw.Draw(page)
    draw.rectangle((40, 60, 400, 60 + EM // 2), fill=0)
    for x in range(60, 400, 40):
        draw.rectangle((x, 60, x + 12, 140), fill=0)
    assert not strips(_pixels(page), EM).any()


def test_a_frame_is_no_strip() -> None:
    page = Image.new("L", (600, 300), WHITE)
    ImageDraw.Draw(page).rectangle((40, 40, 560, 260), outline=0, width=5)
    assert not strips(_pixels(page), EM).any()


def test_a_box_that_is_mostly_light_is_no_ground() -> None:
    page = Image.new("L", (600, 300), WHITE)
    draw = ImageDraw.Draw(page)
    draw.rectangle((40, 40, 560, 260), fill=0)
    draw.rectangle((60, 60, 540, 240), fill=WHITE)
    assert not strips(_pixels(page), EM).any()
